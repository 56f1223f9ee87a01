import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endSheetInTime, SHEET_MS } from '../../../entrypoints/print/sheet-life.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';

const open: VaultState = { kind: 'unlocked', deadlineUnixMs: 1e15, slots: [] };
const background = { answer: { kind: 'vault-state', state: open } as PageAnswer, asked: [] as string[] };

beforeEach(() => {
  vi.useFakeTimers();
  background.answer = { kind: 'vault-state', state: open };
  background.asked = [];
});

afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
  vi.useRealTimers();
});

function openSheet() {
  const empty = vi.fn();
  const ask = async ({ kind }: { readonly kind: string }) => {
    background.asked.push(kind);
    return background.answer;
  };
  endSheetInTime(window, ask, empty);
  return empty;
}

const turnAway = (): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
};

it('keeps a sheet while somebody looks at it, for two minutes at most', async () => {
  const empty = openSheet();
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(SHEET_MS.atMost - 1);
  expect(empty).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(empty).toHaveBeenCalledOnce();
});

it('takes the codes off the page half a minute after printing', async () => {
  const empty = openSheet();
  await vi.advanceTimersByTimeAsync(10_000);
  window.dispatchEvent(new Event('afterprint'));
  await vi.advanceTimersByTimeAsync(SHEET_MS.oncePrinted - 1);
  expect(empty).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(empty).toHaveBeenCalledOnce();
});

it('takes them off at once when nobody sees the page', () => {
  for (const leave of [turnAway, () => window.dispatchEvent(new Event('pagehide'))]) {
    const empty = openSheet();
    leave();
    expect(empty).toHaveBeenCalledOnce();
  }
});

it.each([
  ['is locked', { kind: 'vault-state', state: { kind: 'locked', slots: [] } }],
  ['cannot be asked', { kind: 'failed', reason: 'no-answer' }],
] as const)('takes them off when the vault %s, which the page asks without using it', async (_how, answer) => {
  const empty = openSheet();
  await vi.advanceTimersByTimeAsync(SHEET_MS.betweenLooks);
  expect(empty).not.toHaveBeenCalled();
  background.answer = answer;
  await vi.advanceTimersByTimeAsync(SHEET_MS.betweenLooks);
  expect(empty).toHaveBeenCalledOnce();
  expect(new Set(background.asked)).toEqual(new Set(['vault-state']));
});

it('does so once, and asks nothing more', async () => {
  const empty = openSheet();
  turnAway();
  window.dispatchEvent(new Event('afterprint'));
  await vi.advanceTimersByTimeAsync(2 * SHEET_MS.atMost);
  expect(empty).toHaveBeenCalledOnce();
  expect(background.asked).toEqual([]);
});
