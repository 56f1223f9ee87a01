import { useState } from 'preact/hooks';
import type { CheckedCode } from '../lib/app/check-code.ts';
import { AccountName } from './account-name.tsx';
import { checkedText, typingProblem } from './checked-text.ts';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import { typedElsewhere } from './typed-elsewhere.ts';

type CheckCodeProps = {
  readonly busy: boolean;
  readonly byCounter: boolean;
  readonly result: CheckedCode | null;
  /** Whether the code typed before could have fitted by chance, so that the next one is asked for. */
  readonly wantsNext: boolean;
  /** Whether something else comes first here, which the focus on the box would scroll out of a small popup. */
  readonly comesSecond?: boolean;
  /** Whether what it stands in has its name already. */
  readonly isNamed?: boolean;
  /** The code as it was typed. */
  readonly onCheck: (typed: string) => void;
};

/** Takes a code from a phone and says what it is. */
export function CheckCode({ busy, byCounter, result, wantsNext, onCheck, ...where }: CheckCodeProps) {
  const t = useText();
  const { comesSecond = false, isNamed = false } = where;
  const input = useFocusOnShow<HTMLInputElement>(!comesSecond);
  const [typed, setTyped] = useState('');
  const problem = (of: CheckedCode): string | null => {
    const wrong = typingProblem(t, of);
    return wrong === null ? null : (typedElsewhere(t, typed, 'code') ?? wrong);
  };
  const said = result === null || busy ? null : checkedText(t, result, byCounter);
  return (
    <section aria-labelledby={isNamed ? undefined : 'check-title'}>
      {!isNamed && <h2 id="check-title">{t('checkTitle')}</h2>}
      <form
        class="check-code"
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy || typed.trim() === '') return;
          onCheck(typed);
          input.current?.select();
        }}
      >
        <Field
          label={t(wantsNext ? 'checkNextLabel' : 'checkLabel')}
          value={typed}
          onValue={setTyped}
          inputRef={input}
          hint={t('checkHint')}
          problem={result === null || busy ? null : problem(result)}
        />
        <button type="submit" disabled={busy || typed.trim() === ''}>
          {t('checkButton')}
        </button>
      </form>
      {said !== null && result !== null && (
        <Notice kind={said.tone}>
          {said.sentences.map((sentence, index) => (
            <p key={sentence} class={index === 0 ? 'strong' : undefined}>
              {sentence}
              {index === 0 && (result.kind === 'other-entry' || result.kind === 'backup-code') && (
                <>
                  {' '}
                  <AccountName issuer={result.issuer} account={result.account} />
                </>
              )}
            </p>
          ))}
        </Notice>
      )}
    </section>
  );
}
