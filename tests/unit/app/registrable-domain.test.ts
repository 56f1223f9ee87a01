import { readFileSync } from 'node:fs';
import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { registrableDomain } from '../../../lib/app/look-alike/registrable-domain.ts';
import { listModule, rules } from '../../../scripts/suffixes.ts';

const list = new URL('../../../lib/app/look-alike/public-suffix-list.ts', import.meta.url);
const peer = (host: string): string | null => getDomain(host, { allowPrivateDomains: true, extractHostname: false });
const hostOf = (name: string): string => URL.parse(`https://${name}`)?.hostname ?? '';

describe('registrableDomain', () => {
  it('agrees with tldts at, below and two below every rule of its list, and where a rule has been left', () => {
    const names = rules().map((rule) => hostOf(rule.replace('!', '').replaceAll('*', 'any')));
    expect(names.length).toBeGreaterThan(10_000);
    expect(names).not.toContain('');
    const hosts = names.flatMap((name) => [
      name,
      `one.${name}`,
      `two.one.${name}`,
      name.slice(name.indexOf('.') + 1),
      `other${name}`,
    ]);
    const other = hosts.filter((host) => registrableDomain(host) !== peer(host));
    expect(other).toEqual([]);
  });

  // From https://raw.githubusercontent.com/publicsuffix/list/main/tests/tests.txt.
  it.each([
    ['com', null],
    ['b.example.com', 'example.com'],
    ['uk.com', null],
    ['a.b.example.uk.com', 'example.uk.com'],
    ['test.ac', 'test.ac'],
    ['c.kobe.jp', null],
    ['a.b.c.kobe.jp', 'b.c.kobe.jp'],
    ['www.city.kobe.jp', 'city.kobe.jp'],
    ['ck', null],
    ['test.ck', null],
    ['www.www.ck', 'www.ck'],
    ['test.k12.ak.us', 'test.k12.ak.us'],
    ['xn--85x722f.xn--55qx5d.cn', 'xn--85x722f.xn--55qx5d.cn'],
    ['example.example', 'example.example'],
  ])('finds in %s what publicsuffix.org finds: %s', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected);
  });

  it('finds none in addresses, in a single label, and where the label that would be it is empty', () => {
    for (const host of ['127.0.0.1', '[::1]', 'localhost', '.com', 'a..com', ''])
      expect(registrableDomain(host)).toBe(null);
  });

  it('has the list that the installed tldts has', () => {
    // Red after an update of tldts: npm run suffixes writes it anew.
    expect(readFileSync(list, 'utf8')).toBe(listModule());
  });
});
