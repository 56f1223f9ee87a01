import type { DatabaseSync } from 'node:sqlite';
import { type Explanation, explainCode } from '../../lib/otp/explain.ts';
import { parametersOf } from '../key-uri.ts';
import { returnAttempt, secondFactorOf, takeAttempt } from './attempts.ts';
import { atomically } from './database.ts';
import { retiredSecrets } from './retired.ts';
import { blob, integer } from './row.ts';

/** A sentence for the owner of an account about one code. */
export type Diagnosis = { readonly good: boolean; readonly text: string };

const bad = (text: string): Diagnosis => ({ good: false, text });

const seconds = (steps: number): string => `${Math.abs(steps) * 30} seconds`;

const sentence = (explanation: Explanation): Diagnosis => {
  switch (explanation.kind) {
    case 'valid':
      if (explanation.steps === 0) return { good: true, text: 'This code is valid now.' };
      return {
        good: true,
        text:
          explanation.steps < 0
            ? `This code is still valid: it is the one of ${seconds(explanation.steps)} ago.`
            : `This code is valid already: it is the one of ${seconds(explanation.steps)} from now.`,
      };
    case 'off-clock':
      return bad(
        explanation.steps < 0
          ? `This code is the one of ${seconds(explanation.steps)} ago: the clock of your device is slow. Set it by the network, then use the next code.`
          : `This code is the one of ${seconds(explanation.steps)} from now: the clock of your device is fast. Set it by the network, then use the next code.`,
      );
    case 'already-used':
      return bad('This code was right, but it (or a newer one) has been used already. Wait for the next one.');
    case 'other-account':
      return bad(
        'This code belongs to an earlier set-up of this account, which is no longer in force. Use the newest entry of your authenticator.',
      );
    case 'malformed':
      return bad('A code is 6 digits. Type what your authenticator shows.');
    case 'wrong':
      return bad('This is not a code of this account: it is another account’s, or mistyped.');
  }
};

/**
 * Tells a signed-in owner why a code fits or not. It takes an attempt like a login does, since a stolen session could
 * otherwise guess here without end; it uses no code up.
 */
export const diagnose = (database: DatabaseSync, customerId: number, code: string, nowMs: number): Diagnosis =>
  atomically(database, () => {
    const row = database
      .prepare('SELECT secret, last_step, drift_steps FROM second_factor WHERE customer_id = ?')
      .get(customerId);
    if (row === undefined) return bad('Two-factor authentication is disabled.');
    const target = secondFactorOf(customerId);
    if (!takeAttempt(database, target, nowMs)) return bad('Too many tries. Please wait, then try again.');
    const explanation = explainCode(
      {
        parameters: parametersOf(blob(row, 'secret')),
        code,
        nowUnixMs: nowMs,
        driftSteps: integer(row, 'drift_steps'),
        lastAcceptedStep: integer(row, 'last_step'),
      },
      retiredSecrets(database, customerId).map(parametersOf),
    );
    // Looking at one's own right code must not bring the account nearer to its limit.
    if (explanation.kind === 'valid') returnAttempt(database, target, nowMs);
    return sentence(explanation);
  });
