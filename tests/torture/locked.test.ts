import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeBase32 } from '../../lib/otp/base32.ts';
import { canaryBytes, dataKeyOf } from '../support/faults/canaries.ts';
import { type OpenProfile, openProfile } from '../support/faults/open-profile.ts';
import { secretBytes, secretText } from '../support/faults/scan-profile.ts';
import { secretsStored, secretsTold, unaskedKinds } from '../support/faults/told-when-locked.ts';
import {
  accountIds,
  adding,
  createVault,
  newKey,
  passphraseSlot,
  stateOf,
  unlock,
} from '../support/faults/vault-acts.ts';

const profile = mkdtempSync(join(tmpdir(), 'doorcode-locked-'));
let open: OpenProfile;

beforeAll(async () => {
  open = await openProfile(profile);
});

afterAll(async () => {
  await open?.driver.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

it('gives nothing secret away by any request, storage area or database once it is locked', async () => {
  expect(unaskedKinds()).toEqual([]);
  const [key, secret] = [newKey(), canaryBytes()];
  await createVault(open.ask, key);
  await open.ask(adding('Canary of the names', encodeBase32(secret)));
  const secrets = [
    secretBytes('the secret', secret),
    secretText('the name', 'Canary of the names'),
    secretBytes('the data key', await dataKeyOf(open)),
    secretBytes("the passphrase's key", Buffer.from(key.kekBase64, 'base64')),
  ];
  const [entryId = ''] = await accountIds(open.ask);
  const slotId = await passphraseSlot(open.ask);
  const proof = { slotId, kekBase64: key.kekBase64 };
  // A sheet that waits for its tab is in memory too.
  expect((await open.ask({ kind: 'print-accounts', proof })).kind).toBe('done');

  // Else nothing would be found anywhere.
  expect((await secretsStored(open, secrets)).join()).toContain('stored: the data key as base64');
  const shown = JSON.stringify(await open.ask({ kind: 'export-entry', entryId, proof }));
  expect(shown).toContain(encodeBase32(secret));

  await open.ask({ kind: 'lock' });
  const { asked, found } = await secretsTold(open, secrets, { entryId, slotId });
  expect([...found, ...(await secretsStored(open, secrets))]).toEqual([]);
  expect(await stateOf(open.ask)).toBe('locked');
  console.log(`${asked} requests, ${found.length} found`);
  // The requests did no harm either.
  expect((await unlock(open.ask, key)).kind).toBe('opened');
  expect(await accountIds(open.ask)).toEqual([entryId]);
});
