import { afterEach, beforeEach, expect, it } from 'vitest';
import { coverSecrets, secretsOfScreens, uncovered, uncoverSecrets } from '../../support/e2e/pictures/cover-secrets.ts';

const screen = `
  <h2>Harbour Hosting</h2><p>Since 20 November 2026, 6 digits, new every 30 s</p>
  <button class="code"><span>934</span><span>161</span></button><p class="next-code">Next: 271 828</p>
  <output class="recovery-code"><span>0A1B </span><span>2C3D </span></output>
  <ul class="backup-codes"><li>kp3v-77mq</li></ul>
  <p>Setup key JBSW Y3DP EHPK 3PXP and KRSXG5CTMVRXEZLU</p>
  <input type="text" value="0A1B-2C3D-4E5F"><input type="password" value="not shown">`;

beforeEach(() => {
  document.body.innerHTML = screen;
});

afterEach(() => {
  document.adoptedStyleSheets = [];
});

const shown = (): string =>
  [document.body.textContent, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join(' ');

it('a picture shows no code, emergency key, backup code or setup key, and everything else as it is', () => {
  coverSecrets(secretsOfScreens);
  expect(shown()).not.toMatch(/934|161|271|828|0A1B|2C3D|kp3v|77mq|JBSW|KRSX/u);
  expect(shown()).toContain('Since 20 November 2026, 6 digits, new every 30 s');
  expect(shown()).toContain('not shown');
  expect(uncovered(secretsOfScreens)).toEqual([]);
});

it('a screen has its own text back after its picture, but for what it wrote meanwhile', () => {
  const before = shown();
  coverSecrets(secretsOfScreens);
  const digits = document.querySelector('.code span');
  if (digits?.firstChild) digits.firstChild.nodeValue = '577';
  uncoverSecrets();
  expect(shown()).toBe(before.replace('934', '577'));
});

it('what a screen wrote after it was covered is found, by its kind alone', () => {
  expect(uncovered(secretsOfScreens)).toEqual([
    'a code',
    'six digits',
    'an emergency key or a backup code',
    'a setup key',
  ]);
  coverSecrets(secretsOfScreens);
  document.body.insertAdjacentHTML('beforeend', '<button class="code">577215</button>');
  expect(uncovered(secretsOfScreens)).toEqual(['a code', 'six digits']);
});

it('a QR code that is not hidden is found', () => {
  document.body.innerHTML = '<svg class="qr"><path d="M0 0h1v1z"></path></svg>';
  expect(uncovered(secretsOfScreens)).toEqual(['a drawing']);
  document.querySelector('path')?.setAttribute('style', 'visibility: hidden');
  expect(uncovered(secretsOfScreens)).toEqual([]);
});
