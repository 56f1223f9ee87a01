import type { CheckedCode } from '../lib/app/check-code.ts';
import { counted, numberText, timeText } from './formats.ts';
import type { Translate } from './text.ts';
import { visibleText } from './visible-text.ts';

/** A verdict in words: the tone it is told in, and its sentences with the verdict first. */
export type CheckedText = { readonly tone: 'success' | 'warning'; readonly sentences: readonly string[] };

type Away = Extract<CheckedCode, { readonly seconds: number }>;
type Counted = Extract<CheckedCode, { readonly counters: number }>;

const whole = (t: Translate, number: number): string => numberText(t, Math.floor(number));

function span(t: Translate, seconds: number): string {
  if (seconds <= 120) return t('checkSeconds', [String(seconds)]);
  if (seconds < 7_200) return t('checkMinutes', [String(Math.round(seconds / 60))]);
  return t('checkHours', [String(Math.round(seconds / 3_600))]);
}

const time = (t: Translate, unixMs: number, withDay: boolean): string =>
  timeText(t, unixMs, { timeStyle: 'medium', ...(withDay ? { dateStyle: 'short' } : {}) });

function awayText(t: Translate, result: Away): readonly string[] {
  const { kind, seconds, taken, fromUnixMs, oneIn, perhapsChance } = result;
  const evidence = t('checkEvidence', [time(t, fromUnixMs, perhapsChance), whole(t, oneIn)]);
  if (kind === 'same-now') return [t('checkSameNow'), evidence];
  const behind = kind === 'same-behind';
  if (taken) return [t(behind ? 'checkBehindTaken' : 'checkAheadTaken', [span(t, 2 * seconds)]), evidence];
  return [t(behind ? 'checkBehind' : 'checkAhead', [span(t, seconds)]), t('checkClock'), evidence];
}

const counterKeys = {
  'counter-same': 'checkCounterSame',
  'counter-ahead': 'checkCounterAhead',
  'counter-behind': 'checkCounterBehind',
} as const;

const countedText = (t: Translate, { kind, counters, oneIn }: Counted): readonly string[] => [
  t(counterKeys[kind], [String(counters)]),
  t('checkEvidenceOnly', [whole(t, oneIn)]),
];

/** The words for a verdict; null for one about the typing itself, which `typingProblem` names. */
export function checkedText(t: Translate, result: CheckedCode, byCounter: boolean): CheckedText | null {
  switch (result.kind) {
    case 'not-a-digit':
    case 'wrong-length':
      return null;
    case 'already-used':
      return { tone: 'warning', sentences: [t('checkUsed'), t('checkUsedMore')] };
    case 'other-secret':
      return {
        tone: 'warning',
        sentences: [
          t('checkNotThis'),
          t(byCounter ? 'checkNotThisCounter' : 'checkNotThisTime'),
          t('checkNotThisMore'),
        ],
      };
    case 'backup-code':
      return { tone: 'warning', sentences: [t('checkBackupCode'), t('checkBackupCodeMore')] };
    case 'other-entry': {
      const evidence = t('checkEvidenceOnly', [whole(t, result.oneIn)]);
      const chance = result.perhapsChance ? [t('checkChance')] : [];
      return { tone: 'warning', sentences: [t('checkOther'), evidence, ...chance] };
    }
    default: {
      const said = 'seconds' in result ? awayText(t, result) : countedText(t, result);
      const sentences = result.perhapsChance ? [...said, t('checkChance')] : said;
      return { tone: result.taken && !result.perhapsChance ? 'success' : 'warning', sentences };
    }
  }
}

/** What is wrong with the typing; null when it could be a code. */
export function typingProblem(t: Translate, result: CheckedCode): string | null {
  if (result.kind === 'not-a-digit') return t('checkNotDigit', [visibleText(result.character) || result.character]);
  if (result.kind === 'wrong-length') return counted(t, 'checkLength', result.expected, [String(result.typed)]);
  return null;
}
