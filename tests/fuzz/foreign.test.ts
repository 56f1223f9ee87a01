import { readForeign } from '../../lib/backup/foreign/read-foreign.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import { damagedSeed, problemOfReading } from '../support/hostile-reading.ts';
import { foreignSeeds } from '../unit/backup/foreign/seeds.ts';
import { problemOfTrip } from './support/account-problem.ts';
import { fuzz } from './support/fuzz.ts';

/** A file, and the passphrase that it is read with. */
type Input = { readonly bytes: Uint8Array; readonly passphrase: string | null };

// Keys of PBKDF2 take milliseconds each, and seconds where the damage hits their count.
const [COUNT, SEALED_SHARE] = [8_000, 16];

function take(kept: unknown): Input {
  const { bytes, passphrase } = isRecord(kept) ? kept : {};
  if (!(bytes instanceof Uint8Array) || (passphrase !== null && typeof passphrase !== 'string'))
    throw new Error('a file and its passphrase are kept here');
  return { bytes: new Uint8Array(bytes), passphrase };
}

async function check({ bytes, passphrase }: Input): Promise<string | null> {
  const { outcome } = await readForeign(new Uint8Array(bytes), { passphrase, costly: false, onProgress: () => {} });
  const problem = problemOfReading(outcome);
  if (problem !== null || !outcome.ok) return problem;
  for (const item of outcome.value.items) {
    const trip = item.kind === 'account' ? problemOfTrip(item.account) : null;
    if (trip !== null) return trip;
  }
  return null;
}

for (const seed of foreignSeeds)
  fuzz<Input>({
    name: `foreign/${seed.name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`,
    counts: seed.passphrase === null ? { long: COUNT, short: 25 } : { long: COUNT / SEALED_SHARE, short: 2 },
    take,
    source(chance, kept) {
      const whole: readonly Input[] = [
        seed,
        seed,
        seed,
        ...kept.filter(({ passphrase }) => passphrase === seed.passphrase),
      ];
      return () => {
        const from = chance.pick(whole);
        return { bytes: damagedSeed({ ...seed, ...from }, foreignSeeds, chance), passphrase: from.passphrase };
      };
    },
    check,
    limitMs: ({ passphrase }) => (passphrase === null ? 50 : null),
  });
