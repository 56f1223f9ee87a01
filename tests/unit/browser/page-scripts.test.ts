import { expect, it } from 'vitest';
import { READER, toInject } from '../../../lib/browser/page-scripts.ts';

it.each([
  ['nothing where every document has all', [[], []], []],
  ['what any document lacks', [[], ['doorcodeOutcome']], ['/outcome.js']],
  ['all where a document answers nothing, as one that is leaving', [[], null], [...READER]],
  ['all where none answers, so that a busy page has them in its turn', [], [...READER]],
])('%s is injected', (_, lacking, wanted) => {
  expect(toInject(lacking, READER)).toEqual(wanted);
});
