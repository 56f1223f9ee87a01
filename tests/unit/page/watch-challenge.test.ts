import { afterEach, expect, it, vi } from 'vitest';
import { type Sighting, watchChallenge } from '../../../lib/page/watch-challenge.ts';

const challenge =
  '<form><h1>Two-factor authentication</h1><label for="c">Authentication code</label><input id="c" name="otp" autocomplete="one-time-code"><button>Verify</button></form>';
let end = () => {};

afterEach(() => {
  end();
  document.body.innerHTML = '';
});

function watch() {
  const seen: Sighting[] = [];
  end = watchChallenge(document, (sighting) => seen.push(sighting));
  return seen;
}

it('reports a challenge that stands there at the start, once', () => {
  document.body.innerHTML = challenge;
  expect(watch()).toEqual(['challenge-seen']);
});

it('reports a challenge that the page draws later', async () => {
  const seen = watch();
  expect(seen).toEqual(['no-challenge']);
  document.body.innerHTML = challenge;
  await vi.waitFor(() => expect(seen).toEqual(['no-challenge', 'challenge-seen']));
});

it('reports a challenge that is drawn later in a shadow root, and the one that a page draws anew in its place', async () => {
  document.body.innerHTML = '<div id="host"></div>';
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  const seen = watch();
  if (root) root.innerHTML = challenge;
  await vi.waitFor(() => expect(seen).toEqual(['no-challenge', 'challenge-seen']));
  if (root) root.innerHTML = challenge;
  await vi.waitFor(() => expect(seen.slice(2)).toEqual(['challenge-seen']));
});

const square = { x: 0, y: 0, width: 180, height: 180 };
const line = { x: 0, y: 200, width: 200, height: 30 };
const scan = '<p>Scan this QR code with your app, or type the key by hand.</p><img alt="" src="a.png">';

it('takes the box beside a code to scan for no challenge, and for one when the picture has gone', async () => {
  document.body.innerHTML = `${scan}${challenge}`;
  const seen: Sighting[] = [];
  end = watchChallenge(
    document,
    (sighting) => seen.push(sighting),
    (element) => (element.matches('img') ? square : line),
  );
  expect(seen).toEqual(['no-challenge']);
  document.querySelector('img')?.remove();
  await vi.waitFor(() => expect(seen).toEqual(['no-challenge', 'challenge-seen']));
});

it('still takes a login box for a challenge beside a picture that is nothing to scan', () => {
  document.body.innerHTML = `<img alt="" src="a.png">${challenge}`;
  const seen: Sighting[] = [];
  end = watchChallenge(
    document,
    (sighting) => seen.push(sighting),
    (element) => (element.matches('img') ? square : line),
  );
  expect(seen).toEqual(['challenge-seen']);
});

it('says nothing about a coupon box', () => {
  document.body.innerHTML = '<form><label for="c">Promo code</label><input id="c" name="code"></form>';
  expect(watch()).toEqual(['no-challenge']);
});
