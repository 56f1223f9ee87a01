import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
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

describe('a note about a box', () => {
  const html = '<dialog open><form><input name="code" value="287082"><button>Submit</button></form></dialog>';
  const notes = (): number => document.documentElement.querySelectorAll(':scope > div').length;

  const box = (): HTMLInputElement => {
    const input = document.querySelector<HTMLInputElement>('input[name=code]');
    if (input === null) throw new Error('no box');
    return input;
  };

  beforeEach(() => {
    document.body.innerHTML = html;
    showPageNote(document, 'Now press Submit', [box()]);
  });
  afterEach(() => showPageNote(document, '', [], 0));

  it('stays while the page around the box changes', async () => {
    document.body.append(document.createElement('p'));
    await Promise.resolve();
    expect(notes()).toBe(1);
  });

  it('stays when the page draws the same box anew', async () => {
    const again = box().cloneNode();
    box().replaceWith(again);
    await Promise.resolve();
    expect(notes()).toBe(1);
  });

  it.each<[string, () => void]>([
    ['is gone', () => document.querySelector('dialog')?.replaceChildren('Two-factor login is on.')],
    ['is hidden', () => document.querySelector('form')?.style.setProperty('display', 'none')],
    [
      'is drawn anew and empty',
      () => box().replaceWith(Object.assign(document.createElement('input'), { name: 'code' })),
    ],
    [
      'was emptied by hand',
      () => {
        box().value = '';
        box().dispatchEvent(new Event('input', { bubbles: true }));
      },
    ],
    ['was sent', () => document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true }))],
  ])('goes once the box %s', async (_, change) => {
    expect(notes()).toBe(1);
    change();
    await Promise.resolve();
    expect(notes()).toBe(0);
  });
});
