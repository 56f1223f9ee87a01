import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSetupButton } from '../../../lib/page/setup-button.ts';

type ControlFacts = {
  readonly tag: 'a' | 'button' | 'input';
  readonly text: string;
  readonly hidden?: boolean;
  readonly type?: string;
  readonly [attribute: string]: string | boolean | undefined;
};
type SettingsPage = {
  readonly id: string;
  readonly app: string;
  readonly sections: readonly { heading: string; text: string; controls: readonly ControlFacts[] }[];
  readonly leads: number | null;
};

const pages: SettingsPage[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/pages/security-settings.json'), 'utf8'),
);

function build(facts: ControlFacts): HTMLElement {
  const { tag, text, hidden, ...attributes } = facts;
  const control = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) control.setAttribute(name, value === true ? '' : `${value}`);
  if (hidden === true) control.style.display = 'none';
  if (tag === 'input' && facts.type !== 'checkbox') control.setAttribute('value', text);
  else if (tag !== 'input') control.textContent = text;
  if (facts.type !== 'checkbox') return control;
  const label = document.createElement('label');
  label.append(control, ` ${text}`);
  return label;
}

function draw({ sections }: SettingsPage): void {
  const drawn = sections.map(({ heading, text, controls }) => {
    const section = document.createElement('section');
    const title = document.createElement('h3');
    title.textContent = heading;
    const words = document.createElement('p');
    words.textContent = text;
    const row = document.createElement('div');
    row.append(...controls.map(build));
    section.append(title, words, row);
    return section;
  });
  const main = document.createElement('main');
  main.append(...drawn);
  document.body.replaceChildren(main);
}

/** What naming a button does for the customer: two buttons of the same words are as good as a wrong one. */
function verdictOn(page: SettingsPage): 'right' | 'wrong' | 'silent' {
  draw(page);
  const words = readSetupButton(document);
  if (words === null) return page.leads === null ? 'right' : 'silent';
  const controls = page.sections.flatMap((section) => section.controls);
  const named = controls.filter(({ text, hidden }) => text === words && hidden !== true);
  return page.leads !== null && named.length === 1 && named[0] === controls[page.leads] ? 'right' : 'wrong';
}

test('names the button that leads to a code on real security pages, and no other', () => {
  const verdicts = pages.map((page) => ({ page: `${page.id} ${page.app}`, verdict: verdictOn(page) }));
  const pagesThatAre = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).map(({ page }) => page);
  expect(pages.filter(({ leads }) => leads === null)).toHaveLength(15);
  expect(pagesThatAre('wrong')).toEqual([]);
  // The floor only rises. Bitwarden has three buttons of the same word.
  expect(pagesThatAre('right').length).toBeGreaterThanOrEqual(59);
});
