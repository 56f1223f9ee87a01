import { randomBytes } from 'node:crypto';
import { decodePageRequest, pageDecoders } from '../../../lib/messages/decode.ts';
import type { OpenProfile } from './open-profile.ts';
import { type Secret, secretsIn } from './scan-profile.ts';
import { kdf } from './vault-acts.ts';

const kekBase64 = randomBytes(32).toString('base64');
const codes = { secretText: '', kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 };
const names = { issuer: 'x', account: 'x' };

/** Values for every field of every request: each request takes those that it knows. Nobody holds the key. */
const fields = {
  ...{ tabId: 1, most: 10_000, shown: 'x', on: true, shared: false, minutes: 5, seconds: 5, keep: 3, index: 0 },
  ...{ texts: [], shownKeys: [], screenshot: false, from: null, choice: 'new', replaces: null },
  ...{ despiteLookAlike: false, asSecondSite: false, despiteCodes: false, typed: '000000', before: null },
  ...{ keys: { passphrase: 'keep', recovery: 'keep', computer: 'keep' }, replacing: false, kdf, kekBase64 },
  ...{ proof: null, better: null, place: 'a', newestUnixMs: null, copyId: 'x', text: '{}', beside: [], undo: 'x' },
  ...{ accounts: [], readUnixMs: 1, format: 'links', key: { kdf, kekBase64 }, shownUnixMs: 1, keptId: 'x' },
  ...{ codes: [], site: 'https://a.example', what: 'all', marks: [], order: [] },
  ...{ form: { ...names, ...codes, secretText: 'JBSWY3DPEHPK3PXP' } },
  ...{ edit: { ...names, codes, removedSites: [], shownCounter: null } },
};

/** A request of every kind about an account, without a proof and with one of a key that nobody has. */
function requestsAbout(entryId: string, slotId: string): readonly object[] {
  const about = { ...fields, entryId, entryIds: [entryId], slotId };
  const proofs = [null, { slotId, kekBase64 }];
  return Object.keys(pageDecoders).flatMap((kind) => proofs.map((proof) => ({ ...about, kind, proof })));
}

/** The kinds of request that this does not know how to ask. */
export const unaskedKinds = (): readonly string[] =>
  Object.keys(pageDecoders).filter(
    (kind) => !requestsAbout('e', 's').some((one) => 'kind' in one && one.kind === kind && decodePageRequest(one).ok),
  );

/** Everything that an own page can read of storage and databases, as text; bytes as lists of numbers and as base64. */
const everythingStored = `(async () => {
  const plain = (_, value) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer
      ? [[...new Uint8Array(value)].join(), new Uint8Array(value).toBase64()]
      : value instanceof CryptoKey ? 'a key' : value;
  const all = { local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) };
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      all[name + ' ' + store] = await settled(database.transaction(store).objectStore(store).getAll());
    database.close();
  }
  return JSON.stringify(all, plain);
})()`;

/** Where secrets lie in what an own page can read of storage and databases. */
export const secretsStored = async (
  { evaluate }: OpenProfile,
  secrets: readonly Secret[],
): Promise<readonly string[]> =>
  [...secretsIn(Buffer.from(String(await evaluate(everythingStored))), secrets)].map((named) => `stored: ${named}`);

/** Sends every request there is; says which answers had secrets in them, and how many were sent. */
export async function secretsTold(
  { ask }: OpenProfile,
  secrets: readonly Secret[],
  { entryId, slotId }: { readonly entryId: string; readonly slotId: string },
): Promise<{ readonly asked: number; readonly found: readonly string[] }> {
  const requests = requestsAbout(entryId, slotId);
  const found: string[] = [];
  for (const request of requests) {
    const answer = await ask(request);
    const kind = 'kind' in request ? String(request.kind) : '';
    if (answer.kind === 'lost') found.push(`${kind} had no answer`);
    for (const named of secretsIn(Buffer.from(JSON.stringify(answer)), secrets)) found.push(`${kind}: ${named}`);
  }
  return { asked: requests.length, found };
}
