import { expect, it } from 'vitest';
import { createVaultRepository } from '../../lib/app/vault-repository.ts';
import { readHeader } from '../../lib/vault/envelope.ts';
import { cases } from '../support/chance.ts';
import { makeWorld, onThisComputer } from '../unit/app/fake-world.ts';
import { sampleEntry } from '../unit/vault/samples.ts';

const count = cases(100_000);

it(`seals ${count} times in a row, and never twice under one nonce`, { timeout: 3_600_000 }, async () => {
  const { ports } = makeWorld();
  const nonces = new Set<string>();
  const sealed: string[] = [];
  const write: typeof ports.storage.write = (values) => {
    for (const text of Object.values(values)) if (typeof text === 'string') sealed.push(text);
    return ports.storage.write(values);
  };
  const vault = createVaultRepository({ ...ports, storage: { ...ports.storage, write } });
  await vault.create(onThisComputer);
  for (let index = 1; index < count; index += 1) {
    const saved = await vault.mutate((content) => ({ ...content, entries: [sampleEntry(`number ${index}`)] }));
    if (!saved.ok) expect.fail(`write ${index}: ${saved.error}`);
    for (const text of sealed.splice(0)) {
      const header = readHeader(text);
      if (header.ok) nonces.add(header.value.nonce);
    }
  }
  expect(nonces.size).toBe(count);
});
