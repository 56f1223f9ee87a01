import { Secret, TOTP } from 'otpauth';
import { generateSync } from 'otplib';
import { codeAt } from '../../lib/otp/code.ts';
import { rounds } from './amount.ts';
import { barChart } from './chart.ts';
import { interleave, type Sample } from './measure.ts';
import { number, type Topic, table, times, type Verdict } from './topic.ts';

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const sliceMs = 150;
const secret = Uint8Array.from({ length: 20 }, (_, index) => index * 7 + 1);
const OURS = 'Doorcode';
const LEAST_TIMES = 0.8;

type Algorithm = (typeof algorithms)[number];
type Maker = (unixMs: number) => string | Promise<string>;
type Result = { readonly algorithm: Algorithm; readonly makers: ReadonlyMap<string, Sample> };

const ours = (algorithm: Algorithm): Maker => {
  const parameters = { type: 'totp', secret, algorithm, digits: 6, periodSeconds: 30 } as const;
  return (unixMs) => codeAt(parameters, unixMs).code;
};

const otpauth = (algorithm: Algorithm): Maker => {
  const totp = new TOTP({ secret: new Secret({ buffer: secret.buffer }), algorithm, digits: 6, period: 30 });
  return (timestamp) => totp.generate({ timestamp });
};

const names = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
const otplib =
  (algorithm: Algorithm): Maker =>
  (unixMs) =>
    generateSync({ secret, algorithm: names[algorithm], digits: 6, period: 30, epoch: unixMs / 1000 });

const webCrypto = async (algorithm: Algorithm): Promise<Maker> => {
  const hash = algorithm.replace('SHA', 'SHA-');
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign']);
  const message = new DataView(new ArrayBuffer(8));
  return async (unixMs) => {
    message.setBigUint64(0, BigInt(Math.floor(unixMs / 30_000)));
    const mac = new DataView(await crypto.subtle.sign('HMAC', key, message));
    const value = mac.getUint32(mac.getUint8(mac.byteLength - 1) & 15) & 0x7fffffff;
    return String(value % 1e6).padStart(6, '0');
  };
};

/** Counts codes a second; every maker must give the same code first. `p95` is what 95 % of the slices reached or exceeded. */
async function measure(algorithm: Algorithm): Promise<Result> {
  const makers: Readonly<Record<string, Maker>> = {
    [OURS]: ours(algorithm),
    otpauth: otpauth(algorithm),
    otplib: otplib(algorithm),
    WebCrypto: await webCrypto(algorithm),
  };
  const codes = new Set(await Promise.all(Object.values(makers).map((make) => make(1_700_000_000_000))));
  if (codes.size !== 1) throw new Error(`the makers of ${algorithm} codes disagree`);
  const contenders = Object.entries(makers).map(([name, make]) => ({
    name,
    async run() {
      let made = 0;
      const startMs = performance.now();
      while (performance.now() - startMs < sliceMs) {
        for (let one = 0; one < 50; one += 1) await make(1_700_000_000_000 + (made + one) * 30_000);
        made += 50;
      }
      // Negative, so that a percentile of slowness is one of speed.
      return (-made * 1000) / (performance.now() - startMs);
    },
  }));
  const samples = await interleave(contenders, rounds(15), 12_000);
  const positive = [...samples].map(([name, { median, p95, repeats }]): [string, Sample] => [
    name,
    { median: -median, p95: -p95, repeats },
  ]);
  return { algorithm, makers: new Map(positive) };
}

function verdict({ algorithm, makers }: Result): Verdict {
  const own = makers.get(OURS)?.median ?? Number.NaN;
  const [fastest] = [...makers].toSorted(([, one], [, other]) => other.median - one.median);
  const share = own / (fastest?.[1].median ?? Number.NaN);
  const found = `${number(own)} a second, ${share.toFixed(2)} × ${fastest?.[0]}`;
  return { what: `codes, ${algorithm}`, found, target: `≥ ${LEAST_TIMES} × the fastest`, met: share >= LEAST_TIMES };
}

/** Counts the codes a second in the three algorithms. */
export async function totpTopic(): Promise<Topic> {
  const results: Result[] = [];
  for (const algorithm of algorithms) results.push(await measure(algorithm));
  const rows = results.flatMap(({ algorithm, makers }) =>
    [...makers].map(([name, { median, p95 }]) => [
      algorithm,
      name,
      number(median),
      number(p95),
      times(median, makers.get(OURS)?.median ?? Number.NaN),
    ]),
  );
  const bars = results.flatMap(({ algorithm, makers }) =>
    [...makers].map(([name, { median }]) => ({
      name: `${algorithm}: ${name}`,
      value: median,
      target: null,
      isPeer: name !== OURS,
    })),
  );
  const title = 'Codes a second (median, logarithmic)';
  return {
    title: 'Making codes',
    text: `In Node; 6 digits, another time step for each code. Codes are asked for one after the other; WebCrypto answers
asynchronously.`,
    parts: [table(['algorithm', 'maker', 'codes a second, median', '95 % of slices reach', 'of ours'], rows)],
    verdicts: results.map(verdict),
    charts: [{ name: 'benchmarks-codes', title, svg: barChart(title, '', bars) }],
  };
}
