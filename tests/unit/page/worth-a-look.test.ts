import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isWorthReading } from '../../../lib/page/outcome/worth-reading.ts';
import { watchForMore } from '../../../lib/page/worth-a-look.ts';

let end = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  end();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Lets a change settle: far longer than the watch waits. */
const settle = () => vi.advanceTimersByTimeAsync(1_000);

const square = { x: 0, y: 0, width: 180, height: 180 };
const line = { x: 0, y: 200, width: 200, height: 30 };

function watch(markup: string, comesAt = 1, isRead = true) {
  document.body.innerHTML = markup;
  const seen: string[] = [];
  end = watchForMore(
    document,
    async (sighting) => {
      seen.push(sighting);
      return sighting === 'page-changed' ? isRead : sighting === 'worth-a-look' && seen.length >= comesAt;
    },
    isWorthReading,
    (element) => (element.matches('img, canvas') ? square : line),
  );
  return seen;
}

it.each([
  ['a box to type in', '<input name="anything">'],
  ['a picture of the size of a code', '<img alt="" src="a.png">'],
  ['a link that holds a setup key', '<a href="otpauth://totp/a?secret=A">Open</a>'],
  ["a link of Apple's form", '<a href="apple-otpauth://totp/a?secret=A">Open</a>'],
])('has a closer look taken at once where there is %s', (_what, markup) => {
  expect(watch(markup)).toEqual(['worth-a-look']);
});

it.each([
  ['nothing', '<p>Two-factor authentication code</p>'],
  ['a search', '<form role="search"><input name="term"></form><input name="q">'],
  ['a box that nobody sees', '<input style="display:none">'],
  ['the site’s sign', '<header><img alt="" src="logo.png"></header>'],
])('takes none where there is %s', (_what, markup) => {
  expect(watch(markup)).toEqual(['no-challenge']);
});

it('takes one when the page draws a box later, and looks no more itself', async () => {
  const seen = watch('<p>Please wait</p>');
  document.body.innerHTML = '<input name="otp">';
  await settle();
  expect(seen).toEqual(['no-challenge', 'worth-a-look']);
  document.body.innerHTML = '<input name="otp"><input>';
  await settle();
  expect(seen).toHaveLength(2);
});

it('takes one when a shadow root that stood there empty, or one in it, is given a box later', async () => {
  const seen = watch('<div id="host"></div>');
  end();
  const outer = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  end = watchForMore(
    document,
    async (sighting) => seen.push(sighting) > 0,
    null,
    () => line,
  );
  const inner = outer?.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  await settle();
  expect(seen).toEqual(['no-challenge', 'no-challenge']);
  inner?.append(document.createElement('input'));
  await settle();
  expect(seen.slice(2)).toEqual(['worth-a-look']);
});

it('calls again at the next change where the detector did not come, and no more once it did', async () => {
  const seen = watch('<input name="otp">', 2);
  document.body.append('more');
  await settle();
  expect(seen).toEqual(['worth-a-look', 'worth-a-look']);
  document.body.append('and more');
  await settle();
  expect(seen).toHaveLength(2);
});

it('does not call without end where nobody answers', async () => {
  const seen = watch('<input name="otp">', Number.POSITIVE_INFINITY);
  for (let change = 0; change < 8; change += 1) {
    document.body.append('more');
    await settle();
  }
  expect(seen).toHaveLength(5);
});

it('has the page read once where its words say so, at once or later, and goes on looking for a box', async () => {
  const seen = watch('<p>Keep your backup codes</p>');
  await settle();
  expect(seen).toEqual(['no-challenge', 'page-changed']);
  end();
  const later = watch('<p>Hello</p>');
  await settle();
  const text = document.querySelector('p')?.firstChild;
  if (text instanceof Text) text.data = 'Two-factor authentication has been disabled';
  await settle();
  expect(later).toEqual(['no-challenge', 'page-changed']);
  document.body.append('More backup codes');
  await settle();
  expect(later).toHaveLength(2);
  document.body.innerHTML = '<input name="otp">';
  await settle();
  expect(later.slice(2)).toEqual(['worth-a-look']);
});

it('has words heard where the detector has come already', async () => {
  const seen = watch('<input name="otp">');
  await settle();
  document.body.innerHTML = '<p>Your recovery codes</p>';
  await settle();
  expect(seen).toEqual(['worth-a-look', 'page-changed']);
});

it('says again that the page has words where nobody read it, and not without end', async () => {
  const seen = watch('<p>Keep your backup codes</p>', 1, false);
  for (let change = 0; change < 8; change += 1) {
    document.body.append('more');
    await settle();
  }
  expect(seen.filter((one) => one === 'page-changed')).toHaveLength(5);
});

it('hears words no more than twice a second, and only once whoever waits for a code was served', async () => {
  const times: number[] = [];
  const startMs = performance.now();
  document.body.innerHTML = '<p>Hello</p>';
  const says = () => times.push(performance.now() - startMs) < 0;
  end = watchForMore(
    document,
    async () => true,
    says,
    () => line,
  );
  for (let change = 0; change < 20; change += 1) {
    document.body.append('more');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(times.length).toBeGreaterThanOrEqual(3);
  const gaps = times.map((ms, at) => ms - (times[at - 1] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
});

it('ends in a frame, whose words are nobody’s, once the detector came', async () => {
  document.body.innerHTML = '<input name="otp">';
  let walks = 0;
  const walk = document.createTreeWalker.bind(document);
  document.createTreeWalker = (...about) => {
    walks += 1;
    return walk(...about);
  };
  try {
    end = watchForMore(
      document,
      async () => true,
      null,
      () => line,
    );
    await settle();
    const before = walks;
    for (let change = 0; change < 4; change += 1) {
      document.body.append('more');
      await settle();
    }
    expect([before > 0, walks - before]).toEqual([true, 0]);
  } finally {
    Reflect.deleteProperty(document, 'createTreeWalker');
  }
});
