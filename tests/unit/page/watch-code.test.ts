import { afterEach, expect, it, vi } from 'vitest';
import { type CodeSighting, watchCode } from '../../../lib/page/watch-code.ts';

const dialog = (src: string) =>
  `<div id="d"><h2>Two-factor authentication</h2><p>Scan this QR code with your app.</p><img alt="" src="${src}"></div>`;
let end = () => {};

afterEach(() => {
  end();
  document.body.innerHTML = '';
});

function watch() {
  const seen: CodeSighting[] = [];
  end = watchCode(
    document,
    (sighting) => seen.push(sighting),
    () => ({ x: 0, y: 0, width: 180, height: 180 }),
  );
  return seen;
}

it('reports a code that stands there at the start', () => {
  document.body.innerHTML = dialog('a.png');
  expect(watch()).toEqual(['code-perhaps']);
});

it('says nothing about a page that shows a square picture only', () => {
  document.body.innerHTML = '<h2>Two-factor authentication</h2><p>Our building.</p><img alt="" src="a.png">';
  expect(watch()).toEqual([]);
});

it('reports the code of a dialog that opens, and that it is gone when the dialog closes', async () => {
  const seen = watch();
  document.body.innerHTML = dialog('a.png');
  await vi.waitFor(() => expect(seen).toEqual(['code-perhaps']));
  document.querySelector('#d')?.setAttribute('style', 'display: none');
  await vi.waitFor(() => expect(seen).toEqual(['code-perhaps', 'code-gone']));
});

it('reports the same picture once, and another in its place again', async () => {
  document.body.innerHTML = dialog('a.png');
  const seen = watch();
  document.body.append('More words.');
  const picture = document.querySelector('img');
  picture?.setAttribute('src', 'b.png');
  await vi.waitFor(() => expect(seen).toEqual(['code-perhaps', 'code-perhaps']));
});

it('reports a picture once more when it has loaded, as nobody could read it before', async () => {
  document.body.innerHTML = dialog('slow.png');
  const picture = document.querySelector('img');
  if (picture === null) throw new Error('no picture');
  let complete = false;
  Object.defineProperty(picture, 'complete', { get: () => complete });
  const seen = watch();
  expect(seen).toEqual(['code-perhaps']);
  complete = true;
  picture.dispatchEvent(new Event('load'));
  await vi.waitFor(() => expect(seen).toEqual(['code-perhaps', 'code-perhaps']));
});

it('reports a link to a key', () => {
  document.body.innerHTML = '<a href="otpauth://totp/a?secret=JBSWY3DPEHPK3PXP">Open your app</a>';
  expect(watch()).toEqual(['code-perhaps']);
});
