import { expect, test, vi } from 'vitest';
import { showPageNote } from '../../../lib/page/page-note.ts';

test('a note reacts to nothing, is closed to the page, and the next one takes its place', () => {
  vi.useFakeTimers();
  const before = document.documentElement.childElementCount;
  showPageNote(document, 'Code filled');
  showPageNote(document, '<b>Again</b>');
  expect(document.documentElement.childElementCount).toBe(before + 1);
  const host = document.documentElement.lastElementChild;
  expect(host?.shadowRoot).toBeNull();
  expect(host instanceof HTMLElement && host.style.getPropertyValue('pointer-events')).toBe('none');
  vi.advanceTimersByTime(6000);
  expect(document.documentElement.childElementCount).toBe(before);
  vi.useRealTimers();
});
