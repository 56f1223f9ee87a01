import type { DatabaseSync } from 'node:sqlite';
import { returnAttempt, takeAttempt } from './attempts.ts';
import { codeSteps } from './code-check.ts';
import { atomically } from './database.ts';
import { blob, integer } from './row.ts';

/** A sentence for the owner of an account about one code. */
export type Diagnosis = { readonly good: boolean; readonly text: string };

const reach = 10;

/**
 * Tells a signed-in owner why a code fits or not, up to 10 steps (5 minutes) away. It takes an attempt like a login
 * does, since a stolen session could otherwise guess here without end; it uses no code up.
 */
export const diagnose = (database: DatabaseSync, customerId: number, code: string, nowMs: number): Diagnosis =>
  atomically(database, () => {
    const row = database.prepare('SELECT secret, last_step FROM second_factor WHERE customer_id = ?').get(customerId);
    if (row === undefined) return { good: false, text: 'Two-factor authentication is disabled.' };
    if (!takeAttempt(database, customerId, nowMs))
      return { good: false, text: 'Too many tries. Please wait, then try again.' };
    const offsets = codeSteps(blob(row, 'secret'), code, nowMs, reach);
    const nearest = offsets.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
    if (nearest === undefined)
      return { good: false, text: 'This is not a code of this account: another account, or mistyped.' };
    const used = Math.floor(nowMs / 30_000) + nearest <= integer(row, 'last_step');
    if (used) return { good: false, text: 'This code was right, but it (or a newer one) has been used already.' };
    // Looking at one's own right code must not bring the account nearer to its limit.
    if (Math.abs(nearest) <= 1) returnAttempt(database, customerId);
    if (nearest === 0) return { good: true, text: 'This code is valid now.' };
    const seconds = Math.abs(nearest) * 30;
    const side =
      nearest < 0
        ? `${seconds} seconds ago: the clock of your device may be slow`
        : `in ${seconds} seconds: the clock of your device may be fast`;
    return { good: Math.abs(nearest) === 1, text: `This code is the one of ${side}.` };
  });
