import { encodeBase32 } from '../../otp/base32.ts';
import type { Entry } from '../../vault/entry.ts';
import {
  type ExportedText,
  type ExportObstacle,
  groupsOf,
  newUuid,
  type RandomBytes,
  sortOut,
} from './export-format.ts';

// What the app offers in its own form.
const PERIODS = [10, 30, 60, 90];
const DIGITS = [5, 6, 7, 8];
// The app's collection of icons for accounts without one.
const ICONS = 'a5b3fb65-4ec5-43e6-8ec1-49e24ca9e7ad';

function obstacleOf({ parameters }: Entry): ExportObstacle | null {
  if (parameters.type === 'steam') return null;
  const isKnown =
    DIGITS.includes(parameters.digits) && (parameters.type === 'hotp' || PERIODS.includes(parameters.periodSeconds));
  return isKnown ? null : 'parameters';
}

function otpOf({ issuer, account, parameters }: Entry) {
  const names = { label: account, account, issuer, source: 'Manual' };
  if (parameters.type === 'steam') return { ...names, tokenType: 'STEAM', algorithm: 'SHA1', digits: 5, period: 30 };
  const { algorithm, digits } = parameters;
  return parameters.type === 'hotp'
    ? { ...names, tokenType: 'HOTP', algorithm, digits, counter: parameters.counter }
    : { ...names, tokenType: 'TOTP', algorithm, digits, period: parameters.periodSeconds };
}

/** Accounts as 2FAS's plain JSON, version 4; periods and digits that the app does not know are left out. */
export function exportTwoFas(entries: readonly Entry[], randomBytes: RandomBytes, nowUnixMs: number): ExportedText {
  const { fit, leftOut } = sortOut(entries, obstacleOf);
  const groups = groupsOf(fit).map((name) => ({ id: newUuid(randomBytes), name, isExpanded: true }));
  const services = fit.map((entry, position) => {
    const groupId = groups.find(({ name }) => name === entry.group)?.id;
    const name = entry.issuer || entry.account || 'Doorcode';
    return {
      name,
      secret: encodeBase32(entry.parameters.secret),
      updatedAt: entry.updatedUnixMs,
      otp: otpOf(entry),
      order: { position },
      icon: {
        selected: 'Label',
        label: { text: name.slice(0, 2).toWellFormed().toUpperCase(), backgroundColor: 'Default' },
        iconCollection: { id: ICONS },
      },
      ...(groupId === undefined ? {} : { groupId }),
    };
  });
  const app = { appVersionCode: 5_000_000, appVersionName: '5.0.0', appOrigin: 'android' };
  const file = { services, groups, updatedAt: nowUnixMs, schemaVersion: 4, ...app };
  return { text: `${JSON.stringify(file, null, 2)}\n`, held: fit, leftOut };
}
