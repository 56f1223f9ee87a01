import { encodeBase32 } from '../../otp/base32.ts';
import { toBase64 } from '../../vault/base64.ts';
import type { Entry } from '../../vault/entry.ts';
import { type ExportedText, type ExportObstacle, groupsOf, type RandomBytes, sortOut } from './export-format.ts';

// Periods and digits are one byte each.
const MOST_PERIOD = 255;
const ID_LENGTH = 16;
const seconds = (unixMs: number): number => Math.floor(unixMs / 1_000);

function obstacleOf({ parameters }: Entry): ExportObstacle | null {
  if (parameters.type !== 'totp') return 'kind';
  return parameters.periodSeconds > MOST_PERIOD ? 'parameters' : null;
}

function credentialOf({ issuer, account, parameters }: Entry) {
  if (parameters.type !== 'totp') throw new Error('only codes by time are written');
  return {
    type: 'totp',
    secret: encodeBase32(parameters.secret),
    period: parameters.periodSeconds,
    digits: parameters.digits,
    algorithm: parameters.algorithm.toLowerCase(),
    ...(account === '' ? {} : { username: account }),
    ...(issuer === '' ? {} : { issuer }),
  };
}

/**
 * Accounts as FIDO's Credential Exchange Format 1.0 (Proposed Standard of 2025-08-14), a JSON of one account of ours with an item for
 * each; it has neither codes by counter nor Steam's.
 */
export function exportCredentialExchange(
  entries: readonly Entry[],
  randomBytes: RandomBytes,
  nowUnixMs: number,
): ExportedText {
  const newId = (): string =>
    toBase64(randomBytes(ID_LENGTH)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const { fit, leftOut } = sortOut(entries, obstacleOf);
  const items = fit.map((entry) => ({ entry, id: newId() }));
  const collections = groupsOf(fit).map((title) => ({
    id: newId(),
    title,
    items: items.flatMap(({ entry, id }) => (entry.group === title ? [{ item: id }] : [])),
  }));
  const account = {
    id: newId(),
    username: '',
    email: '',
    collections,
    items: items.map(({ entry, id }) => ({
      id,
      creationAt: seconds(entry.createdUnixMs),
      modifiedAt: seconds(entry.updatedUnixMs),
      title: entry.issuer || entry.account || 'Doorcode',
      ...(entry.pinned === true ? { favorite: true } : {}),
      scope: { urls: entry.origins, androidApps: [] },
      credentials: [credentialOf(entry)],
    })),
  };
  const file = {
    version: { major: 1, minor: 0 },
    exporterRpId: 'doorcode.example',
    exporterDisplayName: 'Doorcode',
    timestamp: seconds(nowUnixMs),
    accounts: [account],
  };
  return { text: `${JSON.stringify(file, null, 2)}\n`, held: fit, leftOut };
}
