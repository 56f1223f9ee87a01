import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { textOf } from '../../support/e2e/text.ts';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');
const folded = (text: string): string => text.replaceAll(/\s+/g, ' ');

// Promised in these words; a reader may meet them in any of the three places.
const sentence =
  'Doorcode protects you when somebody learns your password, and gives no code to a look-alike site. It does not protect you from ' +
  'somebody using this computer while it is unlocked, or from malware on it; a phone or a security key does.';

it('the README and the store say what Doorcode does not protect from, in the words of the first run', () => {
  expect(`${textOf('firstProtects')} ${textOf('firstProtectsNot')}`).toBe(sentence);
  for (const path of ['README.md', 'docs/store-listing.md']) expect(folded(read(path)), path).toContain(sentence);
});
