import type { PassphraseStrength, StrengthAdvice } from '../lib/strength/passphrase-strength.ts';
import { strengthKeys } from './strength-keys.ts';
import { type Translate, useText } from './text.ts';
import type { TextKey } from './text-keys.ts';

const adviceKeys: Readonly<Record<StrengthAdvice, TextKey>> = {
  common: 'strengthCommon',
  repeated: 'strengthRepeated',
  sequence: 'strengthSequence',
  keyboard: 'strengthKeyboard',
  date: 'strengthDate',
  short: 'strengthShort',
  words: 'strengthWords',
  more: 'strengthMore',
};

/** The estimate in words, with one advice where there is one. */
export function strengthText(t: Translate, { score, advice }: PassphraseStrength): string {
  return advice === null ? t(strengthKeys[score]) : `${t(strengthKeys[score])} ${t(adviceKeys[advice])}`;
}

type StrengthMeterProps = {
  readonly strength: PassphraseStrength | null;
  /** Whether to tell it to those who hear the screen: not at every key. */
  readonly aloud: boolean;
};

/** A bar of five steps that says its step in words too. */
export function StrengthMeter({ strength, aloud }: StrengthMeterProps) {
  const t = useText();
  return (
    <>
      {strength !== null && (
        <meter
          class="strength"
          data-score={strength.score}
          min={0}
          max={5}
          value={strength.score + 1}
          aria-label={t('strengthLabel')}
          aria-valuetext={t(strengthKeys[strength.score])}
        />
      )}
      <p class="visually-hidden" role="status">
        {aloud && strength !== null && strengthText(t, strength)}
      </p>
    </>
  );
}
