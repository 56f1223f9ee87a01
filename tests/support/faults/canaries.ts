import { randomBytes } from 'node:crypto';
import { newRecoveryCode } from '../../../lib/app/new-keys.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import type { BrowserName } from '../e2e/driver.ts';
import { fieldOf } from './answer.ts';
import { findableBytes } from './encodings.ts';
import { type OpenProfile, openProfile } from './open-profile.ts';
import { type Secret, scanProfile, secretBytes, secretText } from './scan-profile.ts';
import {
  accountIds,
  adding,
  changeKey,
  createVault,
  type Key,
  kdf,
  newKey,
  passphraseSlot,
  slotOf,
  unlock,
} from './vault-acts.ts';
import { restore } from './writer.ts';

/** What a profile held of secrets after each act: acts and bytes looked through, and what was found. */
export type Canaries = { acts: number; bytes: number; readonly found: readonly string[] };

/** Twenty bytes to look for. */
export const canaryBytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(findableBytes(() => randomBytes(20)));

const bytesOf = ({ kekBase64 }: Key): Uint8Array => Buffer.from(kekBase64, 'base64');

/** The data key of the open vault, which may lie in memory alone. */
export async function dataKeyOf({ evaluate }: OpenProfile): Promise<Uint8Array> {
  const held = await evaluate(
    `chrome.storage.session.get('vault.session').then((all) => all['vault.session']?.dataKey)`,
  );
  return Buffer.from(String(held), 'base64');
}

/**
 * Does everything that touches a secret in a vault of its own, and looks through the whole profile after the browser was killed and after
 * it was closed; `afterEach` also after each act, which takes longer than all of them.
 */
export async function lookForCanaries(
  profile: string,
  name: BrowserName,
  { afterEach }: { readonly afterEach: boolean },
): Promise<Canaries> {
  let open = await openProfile(profile, name);
  const secrets: Secret[] = [];
  const done: Canaries & { found: string[] } = { acts: 0, bytes: 0, found: [] };
  const look = (act: string, always = afterEach): void => {
    if (!always) return;
    const { bytes, found } = scanProfile(profile, secrets);
    done.acts += 1;
    done.bytes += bytes;
    done.found.push(...found.map((one) => `after ${act}: ${one}`));
  };
  const key = (name: string): Key => {
    const made = newKey();
    secrets.push(secretBytes(name, bytesOf(made)));
    return made;
  };
  const canary = (name: string): string => {
    const bytes = canaryBytes();
    secrets.push(secretBytes(name, bytes));
    return encodeBase32(bytes);
  };
  const expectKind = async (act: string, kind: string, message: object) => {
    const answer = await open.ask(message);
    if (answer.kind !== kind) throw new Error(`${act} was answered with ${answer.kind} ${String(answer.reason)}`);
    look(act);
    return answer;
  };

  const [first, second] = [key('the first key'), key('the second key')];
  await createVault(open.ask, first);
  secrets.push(secretBytes('the first data key', await dataKeyOf(open)));
  look('creating');
  const emergency = newRecoveryCode({ random: (count) => Uint8Array.from(randomBytes(count)) });
  const letters = emergency.code.replaceAll('-', '');
  secrets.push(secretBytes("the emergency key's key", bytesOf(emergency.key)));
  secrets.push(secretText('the emergency key', emergency.code), secretText('its letters', letters));
  const firstProof = { slotId: await passphraseSlot(open.ask), kekBase64: first.kekBase64 };
  const withEmergency = { passphrase: 'keep', recovery: emergency.key, computer: 'keep' };
  await expectKind('an emergency key', 'done', { kind: 'change-keys', keys: withEmergency, proof: firstProof });
  secrets.push(secretBytes('the data key with an emergency key', await dataKeyOf(open)));
  await expectKind('adding', 'done', adding('typed', canary('a typed account')));
  await expectKind('adding as a key URI', 'done', adding('uri', `otpauth://totp/uri?secret=${canary('a key URI')}`));
  const secret = canaryBytes();
  secrets.push(secretBytes('a restored account', secret));
  const code = randomBytes(10).toString('hex');
  secrets.push(secretText('a backup code', code));
  const { answer, fileKey } = await restore(open.ask, ['restored'], { secret, backupCodes: [{ code, used: false }] });
  secrets.push(secretBytes("the file's key", bytesOf(fileKey)));
  if (answer.kind !== 'restored') throw new Error(`restoring was answered with ${answer.kind}`);
  look('restoring');
  const [id = ''] = await accountIds(open.ask);
  const proof = { slotId: await passphraseSlot(open.ask), kekBase64: first.kekBase64 };
  const bytes = canaryBytes();
  secrets.push(secretBytes("another app's account", bytes));
  const uri = `otpauth://totp/import?secret=${encodeBase32(bytes)}`;
  const importing = { accounts: [{ uri, group: null, pinned: false }], readUnixMs: 1 };
  const preview = await expectKind('a look at a file', 'restore-preview', { kind: 'preview-import', ...importing });
  const accepting = { ...importing, shown: fieldOf(preview, 'shown'), beside: [] };
  await expectKind('importing', 'restored', { kind: 'accept-import', ...accepting });
  await expectKind('exporting', 'backup', { kind: 'export-backup', kdf, ...key('the key of an export'), proof });
  const folderKey = { kdf, ...key('the key of copies in the folder') };
  await expectKind('switching copies on', 'done', { kind: 'copies-on', key: folderKey, proof });
  await expectKind('a copy by itself', 'backup', { kind: 'seal-copy', newestUnixMs: null });
  await expectKind('exporting one account', 'exported', { kind: 'export-entry', entryId: id, proof });
  await expectKind('showing backup codes', 'backup-codes', { kind: 'reveal-backup-codes', entryId: id, proof });
  const { form } = adding('edited', canary('an edited account'));
  const edit = { issuer: 'edited', account: 'fault@example.com', removedSites: [], codes: form, shownCounter: null };
  const editable = await expectKind('showing for an edit', 'editable', { kind: 'show-editable', entryId: id });
  const shownUnixMs = fieldOf(editable.account, 'updatedUnixMs');
  const editing = { kind: 'edit-entry', entryId: id, shownUnixMs, edit, despiteCodes: true };
  await expectKind('editing', 'edited', editing);
  await expectKind('removing', 'done', { kind: 'remove-entry', entryId: id });
  await expectKind('putting back', 'done', { kind: 'put-back', entryId: id });
  await changeKey(open.ask, first, second);
  secrets.push(secretBytes('the second data key', await dataKeyOf(open)));
  look('changing keys');
  await expectKind('locking', 'done', { kind: 'lock' });
  const byEmergencyKey = { slotId: await slotOf(open.ask, 'recovery'), kekBase64: emergency.key.kekBase64 };
  const opening = { kind: 'unlock-with-key', ...byEmergencyKey, better: null };
  await expectKind('opening by the emergency key', 'opened', opening);
  await expectKind('locking again', 'done', { kind: 'lock' });
  await unlock(open.ask, second);
  await open.driver.stopBackground();
  await expectKind('an end of the background', 'done', adding('late', canary('a late account')));
  await open.driver.kill();
  look('a kill', true);
  open = await openProfile(profile, name);
  await unlock(open.ask, second);
  look('opening again');
  await open.driver.close();
  look('closing', true);
  return done;
}

/**
 * Writes a canary in the clear in every encoding, as the extension never does, and looks for it.
 * @returns the encodings in which it was not found
 */
export async function lookForPlainCanary(profile: string, name: BrowserName): Promise<readonly string[]> {
  const secret = secretBytes('plain', canaryBytes());
  const written = secret.traces.map(({ encoding, parts }) => ({ encoding, bytes: Buffer.concat([...parts]) }));
  const asText = written.filter(({ encoding }) => encoding !== 'raw' && !encoding.endsWith('UTF-16'));
  const asBytes = written.filter((one) => !asText.includes(one));
  const texts = Object.fromEntries(asText.map(({ encoding, bytes }) => [encoding, bytes.toString('latin1')]));
  const open = await openProfile(profile, name);
  await open.evaluate(`chrome.storage.local.set(${JSON.stringify(texts)}).then(() => true)`);
  await open.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('plain', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('plain');
      for (const text of ${JSON.stringify(asBytes.map(({ bytes }) => bytes.toString('base64')))})
        store.put(Uint8Array.fromBase64(text), text);
    };
    opening.onsuccess = () => resolve(true);
  })`);
  await open.driver.close();
  const { found } = scanProfile(profile, [secret]);
  return written
    .map(({ encoding }) => encoding)
    .filter((encoding) => !found.some((one) => one.startsWith(`plain as ${encoding} in`)));
}
