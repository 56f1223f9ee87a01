import { beforeEach, describe, expect, it } from 'vitest';
import { readSecurityLinks } from '../../../lib/page/security-links.ts';

const read = (body: string) => {
  document.body.innerHTML = body;
  return readSecurityLinks(document);
};
const origin = () => document.location.origin;

beforeEach(() => {
  document.location.href = 'https://portal.example/clientarea.php';
  document.body.innerHTML = '';
});

describe('the links to security settings', () => {
  it.each([
    ['<a href="/user/security">Sicherheit des Kontos</a>', '/user/security'],
    ['<a href="clientarea.php?action=security">X</a>', '/clientarea.php?action=security'],
    ['<a href="/settings/account"> Security\n Settings </a>', '/settings/account'],
    ['<a href="/me">Two-Factor Authentication</a>', '/me'],
    ['<a href="/me">2FA</a>', '/me'],
    ['<a href="/konto">Sicherheitseinstellungen</a>', '/konto'],
    ['<details><a href="/security">Security Settings</a></details>', '/security'],
    ['<p style="display:none"><a href="/user/security">Security</a></p>', '/user/security'],
  ])('are read in %s', (body, path) => {
    expect(read(body)).toEqual({
      origin: origin(),
      here: 'https://portal.example/clientarea.php',
      links: [origin() + path],
    });
  });

  it.each([
    '<a href="/about">About us</a>',
    '<a href="/security">What we do for you</a>',
    '<a href="/blog/1">Two-factor authentication explained for everybody</a>',
    '<a href="/shop">Website security</a>',
    '<footer><a href="/security">Security</a></footer>',
    '<a href="https://evil.example/user/security">Security Settings</a>',
    '<a href="https://portal.example:8443/user/security">Security Settings</a>',
    '<a href="https://portal.example@evil.example/user/security">Security Settings</a>',
    '<a href="javascript:location=\'/user/security\'">Security Settings</a>',
    '<a href="data:text/html,/user/security">Security Settings</a>',
    '<a href="http://[/user/security">Security Settings</a>',
    `<a href="/user/security?${'a'.repeat(600)}">Security Settings</a>`,
    '<svg><a href="/user/security"><text>Security Settings</text></a></svg>',
    '<a>Security Settings</a>',
  ])('are none in %s', (body) => {
    expect(read(body).links).toEqual([]);
  });

  it('are those of the page’s own origin, whatever it calls its base', () => {
    expect(read('<base href="https://evil.example/"><a href="/user/security">Security</a>').links).toEqual([]);
    document.querySelector('base')?.remove();
  });

  it('come with the likeliest first, each once, and eight at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => `<a href="/n${index}">Security</a>`).join('');
    const { links } = read(`${many}<a href="/user/security">X</a><a href="/user/security">Security</a>`);
    expect(links).toHaveLength(8);
    expect(links.slice(0, 2)).toEqual([`${origin()}/user/security`, `${origin()}/n0`]);
  });

  it('are looked for among the first three thousand links', () => {
    const many = '<a href="/x">x</a>'.repeat(3_000);
    expect(read(`${many}<a href="/user/security">Security</a>`).links).toEqual([]);
  });
});
