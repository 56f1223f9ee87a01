import { useContext } from 'preact/hooks';
import { CodeDigits } from './code-digits.tsx';
import { pairCode } from './code-text.ts';
import { ShownHabits } from './shown-habits.ts';

/** A code without a button; one under its cover can be reached by the keyboard, which shows it. */
export function CodeAlone({ code }: { code: string }) {
  const { hidden } = useContext(ShownHabits);
  if (!hidden)
    return (
      <p class="code">
        <CodeDigits code={code} />
      </p>
    );
  return (
    <p>
      <button type="button" class="code" aria-label={pairCode(code)}>
        <CodeDigits code={code} />
      </button>
    </p>
  );
}
