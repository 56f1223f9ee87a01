import { codeAt } from '../otp/code.ts';
import { explainCode } from '../otp/explain.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry } from '../vault/entry.ts';
import {
  codeDistances,
  codeLength,
  codesAsNear,
  nearestOf,
  periodOf,
  possibleCodes,
  widestReach,
} from './code-search.ts';
import { typedCode } from './typed-code.ts';

/** A site's window (RFC 6238 §5.2), and the look-ahead that sites have for counters. */
const TAKEN_STEPS = 1;
const TAKEN_COUNTERS = 10;
/** A match that one random code in fewer than this would make too is no proof. */
const SURE_ONE_IN = 10_000;
/** Codes that may lie between the two that a customer types one after the other. */
const MOST_BETWEEN = 10;

/** How good a match is: whether a site would take the code, and that one random code in `oneIn` fits as near as this one. */
export type Evidence = { readonly taken: boolean; readonly oneIn: number; readonly perhapsChance: boolean };

/** What a typed code is. `seconds` and `counters` are how far the phone is off, 0 or more; `fromUnixMs` is when the code begins here. */
export type CheckedCode =
  | (Evidence & {
      readonly kind: 'same-now' | 'same-behind' | 'same-ahead';
      readonly seconds: number;
      readonly fromUnixMs: number;
    })
  | (Evidence & { readonly kind: 'counter-same' | 'counter-behind' | 'counter-ahead'; readonly counters: number })
  | { readonly kind: 'already-used'; readonly taken: boolean }
  | {
      readonly kind: 'other-entry';
      readonly issuer: string;
      readonly account: string;
      readonly oneIn: number;
      readonly perhapsChance: boolean;
    }
  | { readonly kind: 'backup-code'; readonly issuer: string; readonly account: string }
  | { readonly kind: 'other-secret' }
  | { readonly kind: 'not-a-digit'; readonly character: string }
  | { readonly kind: 'wrong-length'; readonly expected: number; readonly typed: number };

/** What a typed code is compared with; `lastFilled` is the code we filled last, `before` what was typed before, where that could be chance. */
export type CheckContext = {
  readonly entry: Entry;
  readonly others: readonly Entry[];
  readonly lastFilled: string | null;
  readonly before: string | null;
  readonly nowUnixMs: number;
};

/** Whether a verdict shows that the phone now makes the codes that a site takes. */
export const provesPhone = (result: CheckedCode): boolean =>
  'taken' in result && result.taken && !('perhapsChance' in result && result.perhapsChance);

/** Steam Guard's letters are upper-case. */
const comparable = (typed: string): string => typedCode(typed).toUpperCase();

const chance = (oneIn: number) => ({ oneIn, perhapsChance: oneIn < SURE_ONE_IN });

function isCurrent(parameters: OtpParameters, code: string, nowUnixMs: number): boolean {
  const ahead = parameters.type === 'hotp' ? TAKEN_COUNTERS : TAKEN_STEPS;
  return codeDistances(parameters, code, nowUnixMs, { back: 1, ahead }).length > 0;
}

/** The distance of a code that is near, by the verifier's own explanation where it knows the kind. */
function nearby(parameters: OtpParameters, code: string, nowUnixMs: number): number | null {
  if (parameters.type !== 'totp')
    return nearestOf(codeDistances(parameters, code, nowUnixMs, { back: TAKEN_COUNTERS, ahead: TAKEN_COUNTERS }));
  const explained = explainCode({ parameters, code, nowUnixMs, driftSteps: 0, lastAcceptedStep: null });
  return explained.kind === 'valid' || explained.kind === 'off-clock' ? explained.steps : null;
}

/** The nearest distance within the whole reach; a code typed before has to stand shortly before it in the same row. */
function faraway({ entry, before, nowUnixMs }: CheckContext, code: string): { distance: number; oneIn: number } | null {
  const { parameters } = entry;
  const reach = widestReach(parameters);
  const all = codeDistances(parameters, code, nowUnixMs, reach);
  const earlier = before === null ? code : comparable(before);
  // The same code once more says nothing new.
  const alone = earlier === code;
  const firsts = alone ? [] : codeDistances(parameters, earlier, nowUnixMs, reach);
  const follows = (last: number) => firsts.some((first) => last > first && last - first <= MOST_BETWEEN);
  const distance = nearestOf(alone ? all : all.filter(follows));
  if (distance === null) return null;
  const oneIn = possibleCodes(parameters) / codesAsNear(distance, reach);
  return { distance, oneIn: alone ? oneIn : (oneIn * possibleCodes(parameters)) / MOST_BETWEEN };
}

function sameSecret({ entry, nowUnixMs }: CheckContext, distance: number, oneIn: number): CheckedCode {
  const { parameters } = entry;
  const away = Math.abs(distance);
  if (parameters.type === 'hotp') {
    const kind = distance === 0 ? 'counter-same' : distance < 0 ? 'counter-behind' : 'counter-ahead';
    const taken = distance >= 0 && distance <= TAKEN_COUNTERS;
    return { kind, counters: away, taken, ...chance(oneIn) };
  }
  const period = periodOf(parameters);
  return {
    kind: distance === 0 ? 'same-now' : distance < 0 ? 'same-behind' : 'same-ahead',
    seconds: away * period,
    fromUnixMs: codeAt(parameters, nowUnixMs + distance * period * 1000).startsUnixMs,
    taken: away <= TAKEN_STEPS,
    ...chance(oneIn),
  };
}

function otherEntry({ others, nowUnixMs }: CheckContext, code: string): CheckedCode | null {
  const other = others.find(({ parameters }) => isCurrent(parameters, code, nowUnixMs));
  if (other === undefined) return null;
  const { issuer, account, parameters } = other;
  const candidates = others.filter((one) => codeLength(one.parameters) === code.length).length;
  return { kind: 'other-entry', issuer, account, ...chance(possibleCodes(parameters) / (3 * candidates)) };
}

/** The account whose kept backup code was typed instead, this one's first. */
function keptBackupCode({ entry, others }: CheckContext, code: string): CheckedCode | null {
  const owner = [entry, ...others].find(({ backupCodes }) =>
    backupCodes.some((kept) => comparable(kept.code) === code),
  );
  return owner === undefined ? null : { kind: 'backup-code', issuer: owner.issuer, account: owner.account };
}

function malformed(parameters: OtpParameters, typed: string): CheckedCode | null {
  const allowed = parameters.type === 'steam' ? /[0-9A-Za-z]/ : /[0-9]/;
  const characters = Array.from(typed);
  const character = characters.find((one) => !allowed.test(one));
  if (character !== undefined) return { kind: 'not-a-digit', character };
  const expected = codeLength(parameters);
  return characters.length === expected ? null : { kind: 'wrong-length', expected, typed: characters.length };
}

/**
 * Says what a code is that a customer typed from a phone: this account's, now or with a wrong clock (a day on each side;
 * 100 counters ahead and 10 back, RFC 4226 §7.4), the one we filled last, another account's current one, or none of these.
 * The nearer a match, the less it can be chance; `oneIn` says how much less. For the owner only.
 * @param typed as it was typed
 */
export function checkCode(typed: string, context: CheckContext): CheckedCode {
  const { entry, lastFilled, before, nowUnixMs } = context;
  const { parameters } = entry;
  const code = comparable(typed);
  const near = nearby(parameters, code, nowUnixMs);
  if (code === lastFilled) {
    const taken = parameters.type !== 'hotp' && near !== null && Math.abs(near) <= TAKEN_STEPS;
    return { kind: 'already-used', taken };
  }
  if (near !== null) {
    const oneIn = possibleCodes(parameters) / codesAsNear(near, widestReach(parameters));
    // Short codes are no proof even near by; the one typed before then has to fit too.
    if (oneIn >= SURE_ONE_IN || before === null) return sameSecret(context, near, oneIn);
  }
  const known = otherEntry(context, code) ?? keptBackupCode(context, code) ?? malformed(parameters, typedCode(typed));
  if (known !== null) return known;
  const far = faraway(context, code);
  return far === null ? { kind: 'other-secret' } : sameSecret(context, far.distance, far.oneIn);
}
