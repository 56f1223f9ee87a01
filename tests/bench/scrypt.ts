import { scrypt as native } from 'node:crypto';
import { promisify } from 'node:util';
import { scrypt as hashWasm } from 'hash-wasm';
import { toHex } from '../../lib/vault/base64.ts';
import { derivePassphraseKey } from '../../lib/vault/kdf.ts';
import { rounds } from './amount.ts';
import { interleave, type Sample } from './measure.ts';
import { kdf } from './seeded-browser.ts';
import { figures, table, times } from './topic.ts';

const PASSPHRASE = 'four random words here';
const { N, r, p } = kdf;
const salt = Buffer.from(kdf.salt, 'base64');
const nativeKey = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  native,
);

const derivers: Readonly<Record<string, () => Promise<string>>> = {
  'Doorcode (@noble/hashes)': async () => toHex(derivePassphraseKey(PASSPHRASE, kdf)),
  'hash-wasm': () =>
    hashWasm({ password: PASSPHRASE, salt, costFactor: N, blockSize: r, parallelism: p, hashLength: 32 }),
  'node:crypto, native': async () =>
    (await nativeKey(PASSPHRASE, salt, 32, { N, r, p, maxmem: 2 ** 28 })).toString('hex'),
};

/** How long each implementation derives a key of the vault's cost, in Node. */
export async function scryptPart(): Promise<string> {
  const keys = new Set(await Promise.all(Object.values(derivers).map((derive) => derive())));
  if (keys.size !== 1) throw new Error('the implementations of scrypt disagree');
  const contenders = Object.entries(derivers).map(([name, derive]) => ({
    name,
    async run() {
      const startMs = performance.now();
      await derive();
      return performance.now() - startMs;
    },
  }));
  const samples: ReadonlyMap<string, Sample> = await interleave(contenders, rounds(15), 40_000);
  const limit = samples.get('node:crypto, native')?.median ?? Number.NaN;
  const rows = [...samples].map(([name, sample]) => [name, ...figures(sample), times(sample.median, limit)]);
  return `The key alone, scrypt with N = 2^17, r = 8, p = 1, in Node; native code is the limit. WebAssembly would weaken the
extension's content security policy.\n\n${table(['implementation', 'median ms', 'p95 ms', 'repeats', 'of native'], rows)}`;
}
