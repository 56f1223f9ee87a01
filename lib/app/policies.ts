import { isRecord } from '../vault/shape.ts';
import { isFillableOrigin } from './origin.ts';
import { AUTO_LOCK_MINUTES, isAutoLock } from './vault-session.ts';

/** Names of what an organisation may set (`public/managed-schema.json`, `docs/managed.md`). */
export const policyKeys = [
  'organisationName',
  'helpLink',
  'allowedPortals',
  'passphraseRequired',
  'autoLockMostMinutes',
  'plainExportForbidden',
  'presetPortal',
] as const;

/** One of them. */
export type PolicyKey = (typeof policyKeys)[number];

/** What the organisation that manages the browser has set; null and false where it set nothing. */
export type Policies = {
  readonly organisationName: string | null;
  /** An https address. */
  readonly helpLink: string | null;
  /** The only origins at which accounts are added and codes are filled; null for no bound. */
  readonly allowedPortals: readonly string[] | null;
  readonly passphraseRequired: boolean;
  readonly autoLockMostMinutes: number | null;
  readonly plainExportForbidden: boolean;
  /** The address of the customer area that is offered while there are no accounts. */
  readonly presetPortal: string | null;
  /** What was set and could not be read: there the strict choice is in force. */
  readonly unreadable: readonly PolicyKey[];
};

/** Nothing is set. */
export const noPolicies: Policies = {
  organisationName: null,
  helpLink: null,
  allowedPortals: null,
  passphraseRequired: false,
  autoLockMostMinutes: null,
  plainExportForbidden: false,
  presetPortal: null,
  unreadable: [],
};

/** The name stands within our sentences: it is short, and turns no writing around. */
const NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,60}$/u;

function addressOf(value: unknown): URL | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.username === '' && url.password === '' ? url : null;
}

const isPortal = (value: unknown): value is string => typeof value === 'string' && isFillableOrigin(value);

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim() : '';
  return NAME.test(name) ? name : null;
}

function helpOf(value: unknown): string | null {
  const url = addressOf(value);
  return url?.protocol === 'https:' ? url.href : null;
}

/** Whether a site is one at which accounts are added and codes are filled; a page of no known site is none once there is a bound. */
export const isPortalAllowed = ({ allowedPortals }: Pick<Policies, 'allowedPortals'>, origin: string | null): boolean =>
  allowedPortals === null || (origin !== null && allowedPortals.includes(origin));

/**
 * Reads what the browser holds of an organisation. What is there and is not of its form never counts as not set: the strict choice
 * is in force in its place, and `unreadable` names it. An answer of no form at all leaves no key readable.
 */
export function decodePolicies(stored: unknown): Policies {
  const values = isRecord(stored) ? stored : Object.fromEntries(policyKeys.map((key) => [key, null]));
  const unreadable: PolicyKey[] = [];
  const note = (key: PolicyKey): void => void unreadable.push(key);

  /** A value that is set: as it is read, or `strict` where it is of no form that can be. */
  function read<V>(key: PolicyKey, decode: (value: unknown) => V | null, strict: V): V | null {
    const value = values[key];
    if (value === undefined) return null;
    const decoded = decode(value);
    if (decoded === null) note(key);
    return decoded ?? strict;
  }
  const isOn = (key: PolicyKey): boolean =>
    read(key, (value) => (typeof value === 'boolean' ? value : null), true) ?? false;

  function portals(value: unknown): readonly string[] | null {
    if (!Array.isArray(value)) return null;
    const allowed = value.filter(isPortal);
    // A site that cannot be read is one fewer, and not a reason to close the others.
    if (allowed.length < value.length) note('allowedPortals');
    return [...new Set(allowed)];
  }

  const organisationName = read('organisationName', nameOf, null);
  const helpLink = read('helpLink', helpOf, null);
  const allowedPortals = read('allowedPortals', portals, []);
  const passphraseRequired = isOn('passphraseRequired');
  const autoLockMostMinutes = read(
    'autoLockMostMinutes',
    (value) => (isAutoLock(value) ? value : null),
    AUTO_LOCK_MINUTES.least,
  );
  const plainExportForbidden = isOn('plainExportForbidden');
  const presetPortal = read<string | null>(
    'presetPortal',
    (value) => {
      const url = addressOf(value);
      const isUsable = url !== null && isPortal(url.origin) && isPortalAllowed({ allowedPortals }, url.origin);
      return isUsable ? url.href : null;
    },
    null,
  );
  return {
    organisationName,
    helpLink,
    allowedPortals,
    passphraseRequired,
    autoLockMostMinutes,
    plainExportForbidden,
    presetPortal,
    unreadable,
  };
}

/** Whether anything is in force, or was meant to be. */
export const isManaged = ({ unreadable, ...set }: Policies): boolean =>
  unreadable.length > 0 || Object.values(set).some((value) => value !== null && value !== false);
