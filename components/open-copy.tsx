import { useState } from 'preact/hooks';
import { nameOf } from './copy-text.ts';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';
import type { CopyKeyKind, CopyView } from './view-models.ts';

const useKeys = { passphrase: 'copyUsePassphrase', recovery: 'copyUseKey', computer: 'copyUseComputer' } as const;
const wrongKeys = { passphrase: 'copyWrong', recovery: 'copyWrongKey', computer: 'copyKeyGone' } as const;

type OpenCopyProps = {
  readonly copy: CopyView;
  readonly copies: readonly CopyView[];
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly onOpen: (kind: CopyKeyKind, typed: string) => void;
  readonly onBack: () => void;
};

/** Asks for what opens one copy: the passphrase, the emergency key, or a press where this computer has its key. */
export function OpenCopy({ copy, copies, busy, wrong, onOpen, onBack }: OpenCopyProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const press = useFocusOnShow<HTMLButtonElement>();
  const kinds = (['passphrase', 'computer', 'recovery'] as const).filter((kind) =>
    copy.slots.some((slot) => slot.kind === kind),
  );
  const [chosen, choose] = useState<{ readonly kind: CopyKeyKind; readonly typed: string; readonly tried: boolean }>({
    kind: kinds[0] ?? 'passphrase',
    typed: '',
    tried: false,
  });
  const { kind, typed, tried } = chosen;
  const ready = !busy && (kind === 'computer' || typed !== '');
  // A word about one kind of key is none about another.
  const problem = wrong && tried && !busy ? t(wrongKeys[kind]) : null;
  return (
    <section class="view" aria-labelledby="open-copy-title">
      <h1 id="open-copy-title">{t('copyOpen')}</h1>
      <p class="strong">{nameOf(copy, copies, t)}</p>
      <p>{t(kind === 'computer' ? 'copyLeadComputer' : 'copyLead')}</p>
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          choose({ ...chosen, tried: true });
          onOpen(kind, typed);
        }}
      >
        {kind !== 'computer' && (
          <Field
            key={kind}
            label={t(kind === 'recovery' ? 'copyKeyLabel' : 'passphrase')}
            type={kind === 'recovery' ? 'text' : 'password'}
            autocomplete={kind === 'recovery' ? 'off' : 'current-password'}
            value={typed}
            onValue={(value) => choose({ kind, typed: value, tried })}
            inputRef={input}
            problem={problem}
          />
        )}
        {kind === 'computer' && problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="primary" disabled={!ready} {...(kind === 'computer' ? { ref: press } : {})}>
            {t(busy ? 'working' : 'copyOpen')}
          </button>
          <button type="button" disabled={busy} onClick={onBack}>
            {t('back')}
          </button>
        </div>
      </form>
      {kinds
        .filter((other) => other !== kind)
        .map((other) => (
          <button
            key={other}
            type="button"
            class="plain"
            disabled={busy}
            onClick={() => {
              choose({ kind: other, typed: '', tried: false });
              input.current?.focus();
            }}
          >
            {t(useKeys[other])}
          </button>
        ))}
    </section>
  );
}
