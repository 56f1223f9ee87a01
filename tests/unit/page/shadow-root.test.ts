import { afterEach, expect, it, vi } from 'vitest';
import { shadowRootOf } from '../../../lib/page/collect/walk.ts';

afterEach(() => vi.unstubAllGlobals());

it('finds no closed shadow root, and throws nothing, where the extension was updated since its script came to the page', () => {
  vi.stubGlobal('chrome', {
    dom: {
      openOrClosedShadowRoot: () => {
        throw new Error('Extension context invalidated.');
      },
    },
  });
  expect(shadowRootOf(document.createElement('div'))).toBe(null);
});
