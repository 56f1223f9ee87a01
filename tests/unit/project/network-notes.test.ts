import { describe, expect, it } from 'vitest';
import { noteIn } from '../../support/e2e/net-log.ts';
import { isForbidden, type NetworkNote } from '../../support/e2e/network-notes.ts';
import { startRefusingProxy } from '../../support/e2e/refusing-proxy.ts';

const note = (given: Partial<NetworkNote>): NetworkNote => ({
  by: 'extension',
  method: 'GET',
  address: 'http://127.0.0.1:8711/',
  from: '',
  opens: false,
  ...given,
});
const inPage = { by: 'script in a page', from: 'http://127.0.0.1:8711' } as const;

describe('a request that a browser of the specs made', () => {
  it.each([
    ['the extension asks, whatever it is', note({})],
    ['a script of it in a page asks', note(inPage)],
    [
      'such a script asks another site for its head',
      note({ ...inPage, method: 'HEAD', address: 'http://127.0.0.1:9/' }),
    ],
    ['anybody asks a host that is no browser’s', note({ by: 'unknown', method: 'CONNECT', address: 'evil.test:443' })],
    ['a host has a browser’s name in front', note({ by: 'unknown', address: 'http://google.com.evil.test/' })],
  ])('must not be where %s', (_, request) => expect(isForbidden(request)).toBe(true));

  it.each([
    ['a link of it was pressed', note({ opens: true })],
    ['a page asks its own server for the time', note({ ...inPage, method: 'HEAD' })],
    ['a browser asks its maker', note({ by: 'unknown', method: 'CONNECT', address: 'update.googleapis.com:443' })],
  ])('may be where %s', (_, request) => expect(isForbidden(request)).toBe(false));
});

describe("a line of Chromium's log", () => {
  const line = (params: object): string => `${JSON.stringify({ params, phase: 1, type: 2 })},`;
  const initiator = 'chrome-extension://abc';

  it('tells a request of the extension', () => {
    expect(noteIn(line({ initiator, method: 'POST', url: 'https://evil.test/x', request_type: 'other' }))).toEqual({
      by: 'extension',
      method: 'POST',
      address: 'https://evil.test/x',
      from: initiator,
      opens: false,
    });
    expect(noteIn(line({ initiator, method: 'GET', url: 'http://a.test/', request_type: 'main frame' }))?.opens).toBe(
      true,
    );
  });

  it('tells nothing where a page asks, where it is a file of the package, or where it was cut', () => {
    expect(noteIn(line({ initiator: 'http://a.test', method: 'GET', url: 'http://a.test/x' }))).toBe(undefined);
    expect(noteIn(line({ initiator, method: 'GET', url: `${initiator}/popup.html` }))).toBe(undefined);
    expect(noteIn(line({ initiator, method: 'GET', url: 'http://a.test/' }).slice(0, -9))).toBe(undefined);
  });
});

it('the proxy lets nothing through, and notes whom it was asked for', async () => {
  const proxy = await startRefusingProxy();
  const answer = await fetch(`http://127.0.0.1:${proxy.port}/`);
  expect(answer.status).toBe(502);
  expect(proxy.notes.map(({ address }) => address)).toEqual(['/']);
  proxy.close();
});
