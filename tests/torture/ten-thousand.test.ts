import { beforeAll, describe, expect, it, vi } from 'vitest';
import { searchEntries } from '../../components/search-match.ts';
import { readForeignFile } from '../../lib/app/foreign-reading.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import { STORED } from '../../lib/app/vault-copies.ts';
import { MAX_BACKUP_LENGTH } from '../../lib/messages/bounds.ts';
import { decodePageRequest } from '../../lib/messages/decode.ts';
import type { PageRequest, RequestOf } from '../../lib/messages/protocol.ts';
import { toBase64 } from '../../lib/vault/base64.ts';
import type { VaultContent } from '../../lib/vault/entry.ts';
import { adding } from '../support/age/acts.ts';
import { openBy } from '../support/age/attempt.ts';
import { makeVault, newTypedKey, proofOf } from '../support/age/key-acts.ts';
import { knownOf } from '../support/age/model.ts';
import { newComputer, type Year } from '../support/age/year.ts';
import { chanceFrom } from '../support/chance.ts';
import { randomBytes, sampleEntry } from '../unit/vault/samples.ts';

const COUNT = 10_000;

const accounts = (count: number): VaultContent['entries'] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleEntry(String(index).padStart(32, '0')),
    issuer: `Service ${index}`,
    account: `user${index}@example.com`,
    parameters: {
      ...sampleEntry('').parameters,
      type: 'totp',
      secret: randomBytes(20),
      digits: 6,
      periodSeconds: 30,
      algorithm: 'SHA1',
    },
  }));

/** A computer with an open vault of so many accounts. */
async function computerWith(count: number): Promise<Year> {
  const computer = newComputer(1_700_000_000_000, chanceFrom(1), newTypedKey());
  expect(await makeVault(computer)).toBe('done');
  await computer.background.vault.mutate((content) => ({ ...content, entries: accounts(count) }));
  await computer.background.settled();
  return computer;
}

/** Asks as a page does: through the decoder, which bounds every size. */
async function ask({ background }: Year, request: PageRequest): Promise<PageAnswer> {
  const decoded = decodePageRequest(structuredClone(request));
  if (!decoded.ok) throw new Error(`${request.kind} is no message`);
  return background.ask(decoded.value);
}

const entriesOf = async ({ background }: Year): Promise<VaultContent['entries']> => {
  const content = await background.vault.read();
  return content.ok ? content.value.entries : [];
};

/** What an act asks of storage and of the browser's cryptography: numbers of calls, and characters written. */
async function costOf(computer: Year, act: () => Promise<unknown>) {
  const cost = { reads: 0, writes: 0, characters: 0, encrypted: 0, decrypted: 0, digests: 0 };
  const { storage } = computer.ports;
  const [read, write] = [storage.read, storage.write];
  storage.read = (keys) => {
    cost.reads += 1;
    return read(keys);
  };
  storage.write = (values) => {
    cost.writes += 1;
    cost.characters += JSON.stringify(values).length;
    return write(values);
  };
  const spies = (['encrypt', 'decrypt', 'digest'] as const).map((name) => vi.spyOn(crypto.subtle, name));
  await act();
  const [encrypted = 0, decrypted = 0, digests = 0] = spies.map((spy) => spy.mock.calls.length);
  for (const spy of spies) spy.mockRestore();
  Object.assign(storage, { read, write });
  return { ...cost, encrypted, decrypted, digests };
}

const adds = async (computer: Year) => {
  const done = await adding(computer).run(computer.background);
  await computer.background.settled();
  expect(done).toBe(true);
};

const opens = async (computer: Year) => {
  await computer.background.vault.lock();
  expect(await openBy(computer, computer.passphrase.kek, 'passphrase')).toBe(true);
};

describe('ten thousand accounts', () => {
  let [few, many]: Year[] = [];

  beforeAll(async () => {
    few = await computerWith(10);
    many = await computerWith(COUNT - 1);
  });

  const both = () => {
    if (few === undefined || many === undefined) throw new Error('there is no computer');
    return { few, many };
  };

  it.each([
    ['opening', opens],
    ['one more account', adds],
    ['a list of all', ({ background }: Year) => background.ask({ kind: 'list-accounts' })],
    ['the check-up', ({ background }: Year) => background.ask({ kind: 'check-up' })],
  ])('cost as many calls as ten do: %s', async (_name, act) => {
    const { few, many } = both();
    for (const computer of [few, many]) await opens(computer);
    const [little, much] = [await costOf(few, () => act(few)), await costOf(many, () => act(many))];
    expect({ ...much, characters: 0 }).toEqual({ ...little, characters: 0 });
    // A write holds one copy, of which nothing is written twice.
    const copy = String(many.world.disk.get(STORED.a)).length;
    expect(much.characters).toBeLessThan(1.05 * much.writes * copy + 1_024);
  });

  it('are found by every word, and are no more than a vault holds', async () => {
    const { many } = both();
    const answer = await many.background.ask({ kind: 'list-accounts' });
    const listed = answer.kind === 'accounts' ? answer.accounts : [];
    expect(listed).toHaveLength(COUNT);
    expect(searchEntries(listed, 'user9998 service')).toHaveLength(1);
    // One too many is refused, and takes nothing along.
    expect(await adding(many).run(many.background)).toBe(false);
    expect(await entriesOf(many)).toHaveLength(COUNT);
  });

  it('leave in a saved copy and come back whole, once', async () => {
    const { many } = both();
    const key = newTypedKey();
    const kdf = key.kdf;
    const copy = await ask(many, {
      kind: 'export-backup',
      kdf,
      kekBase64: toBase64(key.kek),
      proof: await proofOf(many),
    });
    const text = copy.kind === 'backup' ? copy.text : '';
    expect(text.length).toBeGreaterThan(COUNT);
    expect(text.length).toBeLessThan(MAX_BACKUP_LENGTH / 2);

    const other = await computerWith(0);
    const file = { text, kekBase64: toBase64(key.kek) };
    const preview = await ask(other, { kind: 'preview-restore', ...file });
    const { rows, shown } = preview.kind === 'restore-preview' ? preview : { rows: [], shown: '' };
    expect(rows.filter(({ verdict }) => verdict.kind === 'new')).toHaveLength(COUNT);
    const cost = await costOf(other, () => ask(other, { kind: 'accept-restore', ...file, shown, beside: [] }));
    expect(cost.writes).toBe(1);
    expect(knownOf({ entries: await entriesOf(other) })).toEqual(knownOf({ entries: await entriesOf(many) }));
    const again = await ask(other, { kind: 'preview-restore', ...file });
    const verdicts = again.kind === 'restore-preview' ? again.rows.map(({ verdict }) => verdict.kind) : [];
    expect(new Set(verdicts)).toEqual(new Set(['same']));
  });

  it('leave as setup links and come back as they were', async () => {
    const { many } = both();
    const exported = await ask(many, {
      kind: 'export-file',
      format: 'key-uris',
      key: null,
      proof: await proofOf(many),
    });
    const text = exported.kind === 'export-file' ? exported.text : '';
    const how = { passphrase: null, costly: false, onProgress: () => undefined };
    const read = await readForeignFile(new TextEncoder().encode(text), how);
    const links = read.kind === 'read' ? read.accounts : [];
    expect(links).toHaveLength(COUNT);

    const other = await computerWith(0);
    const wish: Omit<RequestOf<'preview-import'>, 'kind'> = { accounts: links, readUnixMs: other.world.now };
    const preview = await ask(other, { kind: 'preview-import', ...wish });
    const shown = preview.kind === 'restore-preview' ? preview.shown : '';
    expect(await ask(other, { kind: 'accept-import', ...wish, shown, beside: [] })).toMatchObject({ added: COUNT });
    const secrets = async (computer: Year) =>
      knownOf({ entries: await entriesOf(computer) }).map(({ secret }) => secret);
    expect(await secrets(other)).toEqual(await secrets(many));
  });
});
