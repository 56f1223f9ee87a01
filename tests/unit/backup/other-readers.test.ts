import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataContext, dataKeyOf, ownerOf } from '../../../lib/backup/backup-2.ts';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import { encrypt } from '../../../lib/vault/aead.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import { sealVault } from '../../../lib/vault/envelope.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { createLock, decodeSlot, lockDataKey, openSlot } from '../../../lib/vault/key-slots.ts';
import { deriveRecoveryKey, formatRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { makeWorld } from '../app/fake-world.ts';
import { filled, leastScrypt, randomBytes, sampleContent, sampleEntry } from '../vault/samples.ts';
import { forged, forgedHeader, headerOf, makeBackup, outerOf } from './backup-samples.ts';
import { vectors } from './vectors.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorcode-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const emergency = { code: filled(20, 3), salt: filled(16, 4) };
const emergencyKey = formatRecoveryCode(emergency.code);

/** A file of one account for an emergency key, and for as many passphrases that nobody knows as there are costs. */
async function makeCostly(costs: readonly { readonly N: number; readonly p: number }[], entry = sampleEntry('one')) {
  const { code, salt } = emergency;
  const slot = { kind: 'recovery', id: '2'.repeat(32), salt: toBase64(salt) } as const;
  const locks = costs.map(({ N, p }) =>
    createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf: { ...leastScrypt, N, p } }, filled(32, 5)),
  );
  return makeBackup([entry], [...(await Promise.all(locks)), await createLock(slot, deriveRecoveryKey(code, salt))]);
}

/** The most that passphrases may cost together, and one more of the least cost put in by who needs no key for it. */
async function makeAtAndOver() {
  const at = await makeCostly([2 ** 19, 2 ** 18, 2 ** 18].map((N) => ({ N, p: 4 })));
  const [slots, check] = [headerOf(at).slots, outerOf(at).check];
  const more = { ...slots[0], kdf: { ...leastScrypt, N: 2 ** 15, p: 1 } };
  return { at, over: forgedHeader(at, { slots: [...slots, more] }, [...check, check[0] ?? '']) };
}

/** A file whose writer put another line in the place of its account's key URI. */
async function withUri(uri: string): Promise<string> {
  const text = await makeCostly([]);
  const { id, nonce, slots } = headerOf(text);
  const [slot, headerBytes, iv] = [
    decodeSlot(slots[0]),
    fromBase64(String(outerOf(text).header)),
    fromBase64(String(nonce)),
  ];
  const kek = deriveRecoveryKey(emergency.code, emergency.salt);
  const opened = slot && (await openSlot(slot, kek, ownerOf(String(id))));
  if (!opened?.ok || headerBytes === null || iv === null) throw new Error('not opened');
  const payload = new TextEncoder().encode(JSON.stringify({ schema: 1, entries: [{ uri }] }));
  const sealed = await encrypt(dataKeyOf(opened.value.dataKey), iv, dataContext(headerBytes), payload);
  return forged(text, { data: toBase64(sealed) });
}

// Clear the screen, colour it, turn the line, and what some terminals take for more of that.
const hostile = '\u001b[2J\u007f\u009b31m\u202egnp\u2066x\u2069\u200e\u200f\u061c\u2028\u{e0041}';
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

type Outcome = { readonly status: number | null; readonly lines: readonly string[]; readonly said: string };

function run(program: string, script: string, text: string, input: string, more: Record<string, string> = {}): Outcome {
  const file = join(folder, 'sealed.json');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(program, [script, file], {
    input: `${input}\n`,
    env: { ...process.env, ...more },
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), said: stderr.trim() };
}

describe('the reader that imports nothing of ours (scripts/read-vault.mjs)', () => {
  const read = (text: string, environment: Record<string, string>) =>
    run(process.execPath, 'scripts/read-vault.mjs', text, '', environment);
  const byPassphrase = (text: string, passphrase: string) => read(text, { DOORCODE_PASSPHRASE: passphrase });
  const byEmergencyKey = (text: string, key: string) => read(text, { DOORCODE_EMERGENCY_KEY: key });
  const idsOf = ({ lines }: Outcome) => lines.map((line) => JSON.parse(line).id);

  it('prints the accounts of a vault of version 1, and of a backup of version 1', () => {
    const vault = readFileSync('tests/fixtures/vault/vault-1-passphrase.json', 'utf8');
    const backup = readFileSync('tests/fixtures/backup/backup-1.json', 'utf8');
    expect(idsOf(byPassphrase(vault, 'correct horse'))).toEqual(['one', 'two']);
    expect(idsOf(byPassphrase(backup, 'correct horse'))).toEqual(['one', 'two']);
    expect(byPassphrase(backup, 'wrong')).toMatchObject({ status: 1, said: 'Wrong passphrase.' });
  });

  it('prints the accounts of a vault by its passphrase and by its emergency key', async () => {
    const [dataKey, id, code, salt] = [filled(32, 9), 'a'.repeat(32), randomBytes(20), randomBytes(16)];
    const kek = derivePassphraseKey('pässword', leastScrypt);
    const locks = [
      await createLock({ kind: 'computer', id: '0'.repeat(32) }, filled(32, 1)),
      await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt }, kek),
      await createLock({ kind: 'recovery', id: '2'.repeat(32), salt: toBase64(salt) }, deriveRecoveryKey(code, salt)),
    ];
    const owner = { format: 'doorcode-vault/2', id } as const;
    const locked = await Promise.all(locks.map((lock) => lockDataKey(lock, dataKey, owner, randomBytes(32))));
    const times = { createdUnixMs: 1, writtenUnixMs: 2 };
    const slots = locked.map(({ slot }) => slot);
    const header = { version: 2, id, generation: 1, slots, nonce: toBase64(randomBytes(12)), ...times } as const;
    const text = await sealVault(header, sampleContent('one'), dataKey);
    for (const printed of [
      byPassphrase(text, 'pa\u0308ssword'),
      byEmergencyKey(text, formatRecoveryCode(code).toLowerCase().replaceAll('-', ' ')),
    ]) {
      expect(JSON.parse(printed.lines[0] ?? '')).toMatchObject({
        id: 'one',
        parameters: { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
      });
    }
    expect(byPassphrase(text, 'other').said).toBe('Wrong passphrase.');
    expect(byEmergencyKey(text, formatRecoveryCode(randomBytes(20))).said).toBe('Wrong passphrase.');
  });

  it('prints nothing of a name that a terminal would obey, and the same name to who reads the JSON', async () => {
    const named = { ...sampleEntry('one'), issuer: `GitHub${hostile}`, account: hostile };
    const { lines } = byEmergencyKey(await makeCostly([], named), emergencyKey);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(unseen);
    expect(lines[0]).toContain('GitHub\\u001b[2J\\u007f\\u009b31m\\u202egnp');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ issuer: `GitHub${hostile}`, account: hostile });
  });

  it('says nothing of a file’s own words that a terminal would obey', async () => {
    const text = await makeCostly([{ N: 2 ** 15, p: 1 }]);
    const [mine, other] = headerOf(text).slots;
    const named = forgedHeader(text, { slots: [{ ...mine, kdf: { name: hostile, N: 1, p: 1 } }, other] });
    const copies = [{ place: hostile, text: readFileSync('tests/fixtures/vault/vault-1-passphrase.json', 'utf8') }];
    const rescue = JSON.stringify({ format: 'doorcode-rescue', copies, setAside: [] });
    for (const foreign of [named, JSON.stringify({ ...outerOf(text), version: hostile }), rescue, hostile]) {
      const { status, said } = byPassphrase(foreign, 'any');
      expect(status).toBe(1);
      expect(said.replaceAll('\n', ' ')).not.toMatch(unseen);
    }
  });

  it('derives for no file whose passphrases cost more together than one may', async () => {
    const { at, over } = await makeAtAndOver();
    expect(idsOf(byEmergencyKey(at, emergencyKey))).toEqual(['one']);
    const refused = { status: 1, lines: [], said: 'Damaged: the file asks for key derivation out of bounds.' };
    expect(byEmergencyKey(over, emergencyKey)).toEqual(refused);
    expect(byPassphrase(over, 'any')).toEqual(refused);
  });

  it('prints the newest whole copy of the file that the rescue screen saves', async () => {
    const { vault, world } = makeWorld();
    const kek = derivePassphraseKey('pässword', leastScrypt);
    await vault.create({ passphrase: { kdf: leastScrypt, kek } });
    for (const id of ['one', 'two']) {
      await vault.mutate((content) => ({ ...content, entries: [...content.entries, sampleEntry(id)] }));
    }
    world.disk.set('vault.a', String(world.disk.get('vault.a')).slice(0, 800));
    const whole = byPassphrase(await vault.rawCopies({ opened: true }), 'pässword');
    expect(idsOf(whole)).toEqual(['one', 'two']);
    expect(whole.said).toContain('mirror, number 3');
    world.mirror.sealed = 'x';
    expect(idsOf(byPassphrase(await vault.rawCopies({ opened: true }), 'pässword'))).toEqual(['one']);
    world.disk.set('vault.b', 7);
    expect(byPassphrase(await vault.rawCopies({ opened: true }), 'pässword')).toMatchObject({ status: 1, lines: [] });
  });

  it('prints the accounts of the published backup files', () => {
    const ids = vectors.entries.map(({ id }) => id);
    for (const { name, text } of vectors.files) {
      if (name !== 'argon2id') expect(idsOf(byPassphrase(text, vectors.passphrase))).toEqual(ids);
      expect(idsOf(byEmergencyKey(text, vectors.emergencyKey))).toEqual(ids);
    }
    const altered = vectors.verdicts.find(({ verdict }) => verdict === 'altered')?.text ?? '';
    expect(byPassphrase(altered, vectors.passphrase)).toMatchObject({ status: 1, lines: [] });
  });
});

const python = process.env.PYTHON ?? 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;
// Whoever has no Python may go without; where tests decide over a change, a skip would pass for a success.
const isDecisive = Boolean(process.env.CI);
if (!hasPython && !isDecisive) console.log(`recover.py is not tested: there is no ${python} here`);

describe.skipIf(!hasPython && !isDecisive)('docs/recover/recover.py', () => {
  const recover = (text: string, typed: string) => run(python, 'docs/recover/recover.py', text, typed);
  const exitCodes: Readonly<Record<string, number>> = {
    opens: 0,
    unrecognised: 2,
    'newer-version': 3,
    damaged: 4,
    'wrong-passphrase': 5,
    altered: 6,
  };

  it('has at most 80 lines, and needs nothing but Python 3.8', () => {
    expect(readFileSync('docs/recover/recover.py', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(80);
    const parse = 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read(), feature_version=(3, 8))';
    const isolated = spawnSync(python, ['-I', '-S', '-c', parse, 'docs/recover/recover.py'], { encoding: 'utf8' });
    expect(isolated.stderr).toBe('');
  });

  it('prints the key URIs of the published files by passphrase and by emergency key', () => {
    const uris = vectors.entries.map(({ uri }) => uri);
    const unlike = vectors.emergencyKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    for (const { name, text } of vectors.files) {
      const other = { status: 7, lines: [], said: 'use recover.html' };
      const opened = { status: 0, lines: uris, said: '' };
      expect(recover(text, vectors.passphrase.normalize('NFD'))).toEqual(name === 'scrypt' ? opened : other);
      expect(recover(text, unlike)).toEqual(opened);
    }
  });

  it('tells the published verdicts apart', () => {
    for (const { verdict, why, text } of vectors.verdicts) {
      const outcome = recover(text, verdict === 'damaged' ? vectors.passphrase : vectors.emergencyKey);
      expect(outcome.status, why).toBe(exitCodes[verdict]);
      if (verdict !== 'opens') expect(outcome.lines, why).toEqual([]);
    }
    const [file] = vectors.files;
    expect(recover(file?.text ?? '', 'not this one').status).toBe(exitCodes['wrong-passphrase']);
    expect(recover(file?.text ?? '', formatRecoveryCode(filled(20, 1))).status).toBe(exitCodes['wrong-passphrase']);
    expect(recover(readFileSync('tests/fixtures/backup/backup-1.json', 'utf8'), 'correct horse').status).toBe(7);
  });

  it('derives for no file whose passphrases cost more together than one may', async () => {
    const { at, over } = await makeAtAndOver();
    expect(recover(at, emergencyKey)).toMatchObject({ status: 0, said: '' });
    for (const typed of ['any', emergencyKey]) {
      expect(recover(over, typed)).toEqual({ status: exitCodes.damaged, lines: [], said: 'damaged' });
    }
    const offset = { ...headerOf(over).slots[0], kdf: { ...leastScrypt, N: -(2 ** 40), p: 1 } };
    const slots = [...headerOf(over).slots, offset];
    const negative = forgedHeader(over, { slots }, [...outerOf(over).check, 'x']);
    expect(recover(negative, 'any')).toEqual({ status: exitCodes.damaged, lines: [], said: 'damaged' });
  });

  it('prints nothing that a terminal would obey', async () => {
    const { lines } = recover(await withUri(`otpauth://totp/GitHub${hostile}`), emergencyKey);
    expect(lines).toEqual(['otpauth://totp/GitHub[2J31mgnpx']);
  });

  it('opens a thousand accounts in seconds', async () => {
    const code = randomBytes(20);
    const salt = randomBytes(16);
    const slot = { kind: 'recovery', id: '2'.repeat(32), salt: toBase64(salt) } as const;
    const entries = Array.from({ length: 1_000 }, (_, index) => sampleEntry(`account ${index}`));
    const text = await makeBackup(entries, [await createLock(slot, deriveRecoveryKey(code, salt))]);
    const started = performance.now();
    expect(recover(text, formatRecoveryCode(code)).lines).toEqual(entries.map(formatKeyUri));
    // About a second; a busy machine may take its time.
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
