import { describe, expect, it } from 'vitest';
import { MAX_WRITTEN_URI_LENGTH } from '../../../lib/messages/bounds.ts';
import { decodePageRequest } from '../../../lib/messages/decode.ts';
import { type Path, pathsOf, valueAt, withValue } from '../../support/paths.ts';
import { validRequests } from './sample-requests.ts';

const isAccepted = (message: unknown) => decodePageRequest(message).ok;

// Longer than the text of any field but a saved copy, of which decode-bounds.test.ts asks.
const tooLong = 'x'.repeat(MAX_WRITTEN_URI_LENGTH + 1);

/** What no field of any request may be. */
const foreign: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  'half a number': 0.5,
  'a number below 0': -0.5,
  'no number': Number.NaN,
  'an object without fields': {},
  'a list of nothing': [null],
  'a list with one wrong item': ['A', 0, 0.5],
  'a text of absurd length': tooLong,
  'a list in words': { length: 1, 0: 'A' },
  'a text in an object': Object('A'),
};

// A passphrase that was typed and not chosen just now is not judged.
const mayBe = (path: Path, named: string) =>
  (path.at(-1) === 'strength' && named === 'nothing') ||
  (path.join() === 'text' && named === 'a text of absurd length');

describe('a request of our own pages', () => {
  it.each(validRequests.map((request) => [request.kind, request] as const))(
    '%s is refused whichever of its fields is anything else',
    (_kind, request) => {
      const accepted = pathsOf(request).flatMap((path) =>
        Object.entries(foreign)
          .filter(([named, value]) => !mayBe(path, named) && isAccepted(withValue(request, path, value)))
          .map(([named]) => `${path.join('.')}: ${named}`),
      );
      expect(accepted).toEqual([]);
    },
  );

  it.each(validRequests.map((request) => [request.kind, request] as const))(
    '%s is refused with a yes, a no or null where it has another kind of value',
    (_kind, request) => {
      const nullable = new Set(
        validRequests
          .filter(({ kind }) => kind === request.kind)
          .flatMap((other) => pathsOf(other).filter((path) => valueAt(other, path) === null))
          .map(String),
      );
      const accepted = pathsOf(request).flatMap((path) => {
        const kind = typeof valueAt(request, path);
        const others = [...(kind === 'boolean' ? [] : [true, false]), ...(nullable.has(String(path)) ? [] : [null])];
        return others
          .filter((value) => isAccepted(withValue(request, path, value)))
          .map((value) => `${path}: ${value}`);
      });
      expect(accepted).toEqual([]);
    },
  );

  it('is refused as a list or a function that carries its fields', () => {
    expect(isAccepted({ kind: 'lock' })).toBe(true);
    expect(isAccepted(Object.assign([], { kind: 'lock' }))).toBe(false);
    expect(isAccepted(Object.assign(() => null, { kind: 'lock' }))).toBe(false);
  });

  it('is refused when its kind only reads like one', () => {
    expect(isAccepted({ kind: ['lock'] })).toBe(false);
    expect(isAccepted({ kind: { toString: () => 'lock' } })).toBe(false);
  });

  it('is not made of what a prototype says', () => {
    expect(isAccepted(Object.create({ kind: 'lock' }))).toBe(false);
    expect(isAccepted(Object.assign(Object.create({ tabId: 3 }), { kind: 'fill-here' }))).toBe(false);
  });
});
