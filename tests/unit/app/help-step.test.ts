import { describe, expect, it } from 'vitest';
import { type HelpFacts, type HelpStep, helpStep } from '../../../lib/app/help-step.ts';

const nothing: HelpFacts = { isSite: true, newCode: false, added: null, backupCodes: false, box: 'none', here: [] };

describe('the step that a page stands at', () => {
  it.each<[HelpStep | null, Partial<HelpFacts>]>([
    ['none', {}],
    [null, { isSite: false }],
    ['add', { newCode: true }],
    ['add', { newCode: true, here: ['stale'], added: 'filled' }],
    ['filling', { added: 'filling', here: ['pending'] }],
    ['submit', { added: 'filled', here: ['pending'] }],
    ['type-code', { added: 'not-filled' }],
    ['keep-backup', { backupCodes: true, added: 'filled', newCode: true }],
    ['challenge', { box: 'challenge', here: ['confirmed'] }],
    ['challenge', { box: 'challenge', here: ['stale', 'pending'] }],
    ['challenge-elsewhere', { box: 'challenge' }],
    ['challenge-elsewhere', { box: 'challenge', here: ['stale'] }],
    ['message-code', { box: 'message-code', here: ['confirmed'] }],
    ['looking', { box: null, here: ['confirmed'] }],
    ['in-force', { here: ['stale', 'confirmed'] }],
    ['pending', { here: ['stale', 'pending'] }],
    ['ended', { here: ['stale'] }],
    ['pending', { box: 'enrolment', here: ['pending'] }],
  ])('is %s with %j', (step, facts) => {
    expect(helpStep({ ...nothing, ...facts })).toBe(step);
  });
});
