import { expect, it } from 'vitest';
import { createContentService } from '../../../lib/app/content-service.ts';

const top = { origin: 'https://example.org', tabId: 3, frameId: 0, documentId: 'D1' };

function openService(watched = true) {
  const acts: string[] = [];
  const answer = createContentService({
    typedNames: {
      attend: async () => void acts.push('attend'),
      hear: async (name) => void acts.push(`hear ${name}`),
    },
    notice: {
      hear: async (kind) => {
        acts.push(kind);
        return false;
      },
      over: async () => void acts.push('over'),
    },
    fill: async ({ kind }) => {
      acts.push(`fill ${kind}`);
      return watched;
    },
  });
  return { answer, acts };
}

it('ends in a new document what was noticed on the one before, then fills and listens there', async () => {
  const { answer, acts } = openService();
  expect(await answer({ kind: 'watch-here' }, top)).toBe(true);
  expect(acts).toEqual(['over', 'fill watch-here', 'attend']);
});

it('ends nothing for a frame, and listens in none', async () => {
  const { answer, acts } = openService();
  expect(await answer({ kind: 'watch-here' }, { ...top, frameId: 2 })).toBe(true);
  expect(acts).toEqual(['fill watch-here']);
});

it('listens in no document that may not go on watching', async () => {
  const { answer, acts } = openService(false);
  expect(await answer({ kind: 'watch-here' }, top)).toBe(false);
  expect(acts).not.toContain('attend');
});

it('answers a typed name as any other, and hands what a page shows to those who look', async () => {
  const { answer, acts } = openService(false);
  expect(await answer({ kind: 'login-named', name: 'nobody' }, top)).toBe(true);
  expect(await answer({ kind: 'code-gone' }, top)).toBe(false);
  expect(acts).toEqual(['hear nobody', 'code-gone']);
});
