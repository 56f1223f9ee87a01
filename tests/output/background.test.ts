import { expect, it } from 'vitest';
import { filesOf, targets } from './build.ts';

// A service worker has no Worker: a key is derived and a picture is read in a page of ours.
it.each(targets)('the background built for %s starts no worker, which only our pages can', (target) => {
  const files = filesOf(target).filter(({ path }) => path.endsWith('.js'));
  const starting = files.filter(({ bytes }) => /new Worker\b/.test(bytes.toString('utf8'))).map(({ path }) => path);
  expect(starting).not.toContain('background.js');
  expect(starting).not.toEqual([]);
});
