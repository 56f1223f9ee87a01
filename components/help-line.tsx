import { Around, placeOf } from './around.tsx';
import { useText } from './text.ts';
import type { HelpStepView } from './view-models.ts';

const keys = {
  'keep-backup': ['stepBackup', 'nextBackup'],
  add: ['stepAdd', 'nextAdd'],
  filling: ['stepFilling', 'nextFilling'],
  submit: ['stepSubmit', 'nextSubmit'],
  'type-code': ['stepSubmit', 'nextType'],
  'message-code': ['stepMessage', 'nextMessage'],
  challenge: ['stepChallenge', 'nextChallenge'],
  'challenge-elsewhere': ['stepChallenge', 'nextElsewhere'],
  pending: ['stepPending', 'nextPending'],
  'in-force': ['stepInForce', 'nextInForce'],
  ended: ['stepEnded', 'nextEnded'],
  none: ['stepNone', 'nextNone'],
} as const satisfies Record<Exclude<HelpStepView, 'looking'>, readonly [string, string]>;

// Where the settings of the site are wanted next: the sentence around the button that opens them, in no more lines than
// are kept while the page is looked at.
const withSettings = {
  none: 'nextNoneThere',
  ended: 'nextEndedThere',
  'in-force': 'nextInForceThere',
} as const;

const isWithSettings = (step: HelpStepView): step is keyof typeof withSettings => Object.hasOwn(withSettings, step);

type HelpLineProps = {
  readonly step: HelpStepView;
  /** The address of the site's security settings; null where its page does not lead there. */
  readonly securityPage: string | null;
  readonly busy: boolean;
  readonly onSecurityPage: () => void;
};

/** Where the customer stands on this page, and what to press next. */
export function HelpLine({ step, securityPage, busy, onSecurityPage }: HelpLineProps) {
  const t = useText();
  // Its place is kept: a row that moves under a press would not get it.
  if (step === 'looking') return <p class="help-line" data-step={step} />;
  const [here, next] = keys[step];
  const way = securityPage !== null && isWithSettings(step) ? withSettings[step] : null;
  return (
    <p class="help-line" data-step={step}>
      <span class="strong">{t('helpStep')}</span> {t(here)} <span class="strong">{t('helpNext')}</span>{' '}
      {way === null ? (
        t(next)
      ) : (
        <Around sentence={t(way, [placeOf(0)])}>
          <button type="button" class="plain" title={securityPage ?? ''} disabled={busy} onClick={onSecurityPage}>
            {t('helpSecurity')}
          </button>
        </Around>
      )}
    </p>
  );
}
