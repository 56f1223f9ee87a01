import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAgent } from '../../../lib/page/page-agent.ts';
import { buttonFor } from '../../../lib/page/press-submit.ts';
import { hostingPages } from '../../fixtures/pages/hosting-pages.ts';

const folder = join(import.meta.dirname, '../../fixtures/pages');
const pages = Object.entries(hostingPages);

/** Writes a code as the extension would, and gives the names of the boxes that hold something new. */
async function filledBoxes(name: string, mode: 'request' | 'automatic', besideCode: boolean): Promise<string[]> {
  document.body.innerHTML = readFileSync(join(folder, `${name}.html`), 'utf8');
  const before = new Map(Array.from(document.querySelectorAll('input'), (input) => [input, input.value]));
  const agent = createAgent(window, () => document.querySelector('#qr'));
  await agent.write({ mode, enrolledHere: true, besideCode, origin: window.origin, code: '012345' });
  return Array.from(before).flatMap(([input, value]) =>
    input.value === value ? [] : [`${input.name} ${input.value}`],
  );
}

test('every page of the folder has its answer', () => {
  const files = readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.replace('.html', '')] : []));
  expect(files.sort()).toEqual(Object.keys(hostingPages).sort());
});

describe('of a hosting customer area, exactly the right box is filled', () => {
  test.each(pages)('%s: %s', async (name, box) => {
    const enrolling = name.endsWith('enrolment');
    const expected = box === null ? [] : [`${box} 012345`];
    expect(await filledBoxes(name, 'automatic', enrolling)).toEqual(expected);
    expect(await filledBoxes(name, 'request', enrolling)).toEqual(expected);
  });
});

describe('also without a code just read there', () => {
  test.each(pages.filter(([name]) => name.endsWith('enrolment')))('%s: %s on request', async (name, box) => {
    expect(await filledBoxes(name, 'request', false)).toEqual([`${box} 012345`]);
  });
});

test('the button that sends the code is that of its own form, though the one of the backup form has the same id', async () => {
  for (const name of ['hosting-challenge', 'hosting-challenge-two-forms']) {
    expect(await filledBoxes(name, 'automatic', false)).toEqual(['key 012345']);
    // This document has no origin that an address could be of.
    for (const form of document.forms) form.removeAttribute('action');
    const button = buttonFor(document.querySelector('[name=key]'), '012345');
    expect([name, button?.closest('form')?.id, button?.id]).toEqual([name, 'frmTwoFactorChallenge', 'btnLogin']);
  }
});

test('the dialog whose first box has the cursor, as its script gives it, is filled in the box after the picture', async () => {
  for (const [name, box] of pages.filter(([name]) => name.endsWith('enrolment'))) {
    document.body.innerHTML = readFileSync(join(folder, `${name}.html`), 'utf8');
    document.querySelector<HTMLInputElement>('#modalAjax input:not([type=hidden]), .modal input')?.focus();
    const agent = createAgent(window, () => document.querySelector('#qr'));
    const order = { mode: 'automatic', enrolledHere: true, besideCode: true, origin: window.origin } as const;
    expect([name, await agent.write({ ...order, code: '012345' })]).toEqual([name, 'filled']);
    const filled = Array.from(document.querySelectorAll('input')).filter(({ value }) => value === '012345');
    expect([name, filled.map((input) => input.name)]).toEqual([name, [box]]);
  }
});
