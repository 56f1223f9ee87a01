import type { Copied } from '../lib/app/clear-clipboard.ts';
import { useText } from './text.ts';

const keys = {
  stays: 'codeCopied',
  here: 'habitsCopiedHere',
  press: 'habitsCopiedPress',
  later: 'clearCopiedLater',
  cleared: 'habitsCleared',
  left: 'habitsNotCleared',
} as const;

/** Says that a code was copied, and what becomes of it; null for one that was not. */
export function CopiedNotice({ copied }: { copied: Copied | null }) {
  const t = useText();
  return (
    <span class="copied" role="status">
      {copied === null ? '' : t(keys[copied.kind], 'seconds' in copied ? [String(copied.seconds)] : [])}
    </span>
  );
}
