import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerOf } from '../../../components/provider-of.ts';
import { providers } from '../../../components/providers.ts';

const table = Object.entries(providers);

describe('the provider of an account', () => {
  it('is known by its name alone while the account has no site', () => {
    expect(providerOf('GitHub', [])).toBe('github');
    expect(providerOf('  PAYPAL ', [])).toBe('paypal');
    expect(providerOf('Nextcloud', [])).toBe('nextcloud');
  });

  it.each([
    ['PayPaI', 'a capital I for an l'],
    ['GitHub <b>', 'more than the name'],
    ['GitHub.', 'a full stop'],
    ['Git Hub', 'a space within'],
    ['GitHub\u200B', 'a sign of no width'],
    ['\u202EbuHtiG', 'turned letters'],
    ['GіtHub', 'a Cyrillic letter'],
    ['Twitch'.replace('T', '\uFF34'), 'a wide letter'],
    ['Bitbuc\u212Aet', 'a Kelvin sign, whose small letter is a k'],
    ['GitHub: ada', 'an account'],
    ['Example Hosting', 'another name'],
    ['constructor', 'a word of the language'],
    ['__proto__', 'a word of the language'],
    ['', 'nothing'],
    [' ', 'a space'],
  ])('is not known by %j: %s', (name) => {
    expect(providerOf(name, [])).toBeNull();
  });

  it('is none of the table’s for any other text', () => {
    const names = new Set<string>(table.flatMap(([, { names: own }]) => own));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!names.has(text.trim().toLowerCase()));
        expect(providerOf(text, [])).toBeNull();
      }),
    );
  });

  it('is known at its own hosts', () => {
    expect(providerOf('GitHub', ['https://github.com'])).toBe('github');
    expect(providerOf('Hetzner', ['https://accounts.hetzner.com', 'https://hetzner.com'])).toBe('hetzner');
  });

  it.each([
    'https://evil.example',
    'https://github.com.evil.example',
    'https://evilgithub.com',
    'https://evil.github.com',
    'https://github.com:8443',
    'http://github.com',
    'https://github.com/',
    'https://github.com@evil.example',
    'https://github.com\n',
    'https://GitHub.com',
    'github.com',
    '',
  ])('is not known at %j, whatever the name says', (site) => {
    expect(providerOf('GitHub', [site])).toBeNull();
  });

  it.each(['https://evilhetzner.com', 'https://hetzner.com.evil.example', 'https://.evil.example'])(
    'is not known at %j where hosts below its own are too',
    (site) => {
      expect(providerOf('Hetzner', [site])).toBeNull();
    },
  );

  it('is not known where one of several sites is another’s', () => {
    expect(providerOf('GitHub', ['https://github.com', 'https://evil.example'])).toBeNull();
  });

  it('is not known at any site where its software runs at everybody’s', () => {
    expect(providerOf('cPanel', ['https://cpanel.net'])).toBeNull();
  });
});

describe('the table of providers', () => {
  it('holds small plain names, each once', () => {
    const names: readonly string[] = table.flatMap(([, { names: own }]) => own);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9 .]*[a-z0-9])?$/);
  });

  it('holds hosts as a browser writes them, each with a dot, each provider’s own', () => {
    const hosts: readonly string[] = table.flatMap(([, { hosts: own }]) => own);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const host of hosts) {
      const name = host.replace(/^\*\./, '');
      expect(new URL(`https://${name}`).host).toBe(name);
      expect(name).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
    }
  });

  it('takes no host with everything below it where customers are given names', () => {
    const lent = ['github.io', 'wordpress.com', 'myshopify.com', 'shopify.com', 'linode.com', 'google.com', 'okta.com'];
    const wide = table.flatMap(([, { hosts }]): readonly string[] => hosts).filter((host) => host.startsWith('*.'));
    expect(wide.filter((host) => lent.includes(host.slice(2)))).toEqual([]);
  });
});
