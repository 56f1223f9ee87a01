import { expect, it } from 'vitest';
import { helpFacts } from '../../../entrypoints/popup/help-facts.ts';
import { emptyModel } from '../../../entrypoints/popup/model.ts';
import { helpStep } from '../../../lib/app/help-step.ts';

const atSite = { ...emptyModel, origin: 'https://portal.example' };

it('the step is not named before the page was looked at', () => {
  expect(helpStep(helpFacts(atSite))).toBe('looking');
  expect(helpStep(helpFacts({ ...atSite, box: 'none' }))).toBe('none');
});

it('the step after a fill at login is to press the button of the page', () => {
  expect(helpStep(helpFacts({ ...atSite, box: 'none', success: { kind: 'filled' } }))).toBe('submit');
});
