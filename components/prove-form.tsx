import { useState } from 'preact/hooks';
import { EmergencyForm } from './emergency-form.tsx';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { HoldButton } from './hold-button.tsx';
import { useText } from './text.ts';
import { notThePassphrase } from './typed-elsewhere.ts';
import type { KeyAct, KeysView, TypedKeyProblem } from './view-models.ts';

const words = {
  passphrase: { title: 'keysChange', lead: 'keysChangeLead' },
  key: { title: 'keysReplaceKey', lead: 'keysReplaceLead' },
  'remove-key': { title: 'keysRemoveKey', lead: 'keysRemoveLead' },
  without: { title: 'keysWithout', lead: 'choiceWithoutTruth' },
  computer: { title: 'keysComputer', lead: 'keysComputerLead' },
} as const;

/** What is said of an act where the key that it would change is not there yet. */
const firstWords = {
  passphrase: { title: 'keysChoose', lead: 'choiceLead' },
  key: { title: 'keyMake', lead: 'keyOfferLead' },
} as const;

const wordsOf = (act: KeyAct, keys: KeysView) => {
  if (act === 'passphrase' && !keys.passphrase) return firstWords.passphrase;
  return act === 'key' && !keys.emergencyKey ? firstWords.key : words[act];
};

type ProveFormProps = {
  readonly act: KeyAct;
  readonly keys: KeysView;
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly emergencyProblem: TypedKeyProblem | null;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onEmergencyKey: (typed: string) => void;
  readonly onHeld: () => void;
  readonly onCancel: () => void;
};

/** Says what a change of keys does, and asks for the passphrase or the emergency key first; without a passphrase, for a button that is held. */
export function ProveForm({ act, keys, busy, wrong, emergencyProblem, ...on }: ProveFormProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const [byKey, setByKey] = useState(false);
  const { title, lead } = wordsOf(act, keys);
  const ready = !busy && typed !== '';
  const cancel = (
    <button type="button" onClick={on.onCancel}>
      {t('cancel')}
    </button>
  );
  return (
    <section class="view" aria-labelledby="prove-title">
      <h1 id="prove-title">{t(title)}</h1>
      <p>{t(lead)}</p>
      {act === 'without' && !keys.emergencyKey && <p>{t('keysWithoutKey')}</p>}
      <p>{t('keysCopies')}</p>
      {!keys.passphrase && (
        <>
          <p>{t('keysHoldLead')}</p>
          <div class="buttons">
            <HoldButton label={t(busy ? 'working' : title)} disabled={busy} onHeld={on.onHeld} />
            {cancel}
          </div>
        </>
      )}
      {keys.passphrase && byKey && (
        <EmergencyForm busy={busy} problem={emergencyProblem} submitText={t('keysNext')} onKey={on.onEmergencyKey}>
          {cancel}
        </EmergencyForm>
      )}
      {keys.passphrase && !byKey && (
        <form
          aria-busy={busy}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) on.onPassphrase(typed);
          }}
        >
          <Field
            label={t('keysPresent')}
            type="password"
            autocomplete="current-password"
            value={typed}
            onValue={setTyped}
            inputRef={input}
            problem={wrong && !busy ? notThePassphrase(t, typed, t('keysWrong')) : null}
          />
          <div class="buttons">
            <button type="submit" class="primary" disabled={!ready}>
              {t(busy ? 'working' : 'keysNext')}
            </button>
            {cancel}
          </div>
        </form>
      )}
      {/* Whoever has forgotten the passphrase would be left with it alone. */}
      {keys.passphrase && keys.emergencyKey && act !== 'remove-key' && (
        <button type="button" class="plain" disabled={busy} onClick={() => setByKey(!byKey)}>
          {t(byKey ? 'unlockUsePassphrase' : 'unlockForgotten')}
        </button>
      )}
    </section>
  );
}
