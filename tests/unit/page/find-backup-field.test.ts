import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBackupField } from '../../../lib/page/find-backup-field.ts';
import { createAgent } from '../../../lib/page/page-agent.ts';

const folder = join(import.meta.dirname, '../../fixtures/pages');
const show = (body: string): void => {
  document.body.innerHTML = body;
};
const nameFound = (): string | null => findBackupField(document)?.name ?? null;

describe('the box for a backup code', () => {
  it.each([
    ['hosting-backup-login', 'twofabackupcode'],
    ['hosting-6x-backup', 'code'],
    ['hosting-oauth-backup', 'code'],
    ['hosting-challenge', null],
    ['hosting-enrolment', null],
    ['hosting-login-captcha', null],
    ['hosting-cart', null],
    ['hosting-transfer', null],
  ])('of %s is %s', (name, box) => {
    show(readFileSync(join(folder, `${name}.html`), 'utf8'));
    expect(nameFound()).toBe(box);
  });

  it('is known by its label', () => {
    show('<label>Recovery code <input name="a"></label><label>Name <input name="b"></label>');
    expect(nameFound()).toBe('a');
  });

  it.each([
    '<label>Recovery e-mail <input name="recovery_email"></label>',
    '<label>Recovery phone <input name="recovery_phone" type="tel"></label>',
    '<form action="https://evil.example/"><label>Backup code <input name="a"></label></form>',
    '<form><label>Backup code <input name="a"></label><button formaction="https://evil.example/">Send</button></form>',
    '<button form="f" formaction="//evil.example/"></button><form id="f"><label>Backup code <input name="a"></label></form>',
  ])('is none in %s', (body) => {
    show(body);
    expect(nameFound()).toBe(null);
  });

  it('is none where it is hidden, shut, or one of several', () => {
    show('<form style="display:none"><label>Backup code <input name="a"></label></form>');
    expect(nameFound()).toBe(null);
    show('<label>Backup code <input name="a" disabled></label>');
    expect(nameFound()).toBe(null);
    show('<label>Backup code <input name="a"></label><label>Backup e-mail <input name="b"></label>');
    expect(nameFound()).toBe(null);
  });

  it('is written into by a document of the right origin only, and never over what stands there', async () => {
    show('<label>Backup code <input name="a"></label>');
    const agent = createAgent(window);
    const code = 'ABCD-EFGH-IJKL';
    expect(await agent.writeBackup({ origin: 'https://other.example', code })).toBe('wrong-origin');
    expect(document.querySelector('input')?.value).toBe('');
    expect(await agent.writeBackup({ origin: window.origin, code })).toBe('filled');
    expect(document.querySelector('input')?.value).toBe(code);
    show('<label>Backup code <input name="a" value="typed"></label>');
    expect(await agent.writeBackup({ origin: window.origin, code })).toBe('occupied');
    show('<p>Nothing here</p>');
    expect(await agent.writeBackup({ origin: window.origin, code })).toBe('no-box');
  });
});
