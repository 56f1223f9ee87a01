import { Secret, TOTP } from 'otpauth';
import { codeAt } from '../../lib/otp/code.ts';
import { interleave, type Sample } from './measure.ts';

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const sliceMs = 150;
const secret = Uint8Array.from({ length: 20 }, (_, index) => index * 7 + 1);

type Algorithm = (typeof algorithms)[number];
type Maker = (unixMs: number) => string | Promise<string>;

const ours = (algorithm: Algorithm): Maker => {
  const parameters = { type: 'totp', secret, algorithm, digits: 6, periodSeconds: 30 } as const;
  return (unixMs) => codeAt(parameters, unixMs).code;
};

const otpauth = (algorithm: Algorithm): Maker => {
  const totp = new TOTP({ secret: new Secret({ buffer: secret.buffer }), algorithm, digits: 6, period: 30 });
  return (timestamp) => totp.generate({ timestamp });
};

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

/** Codes a second for one algorithm; `p95` is what 95 % of the slices reached or exceeded. */
export type TotpResult = { readonly algorithm: Algorithm; readonly makers: ReadonlyMap<string, Sample> };

/** Counts codes a second; every maker must give the same code first. */
export async function measureTotp(): Promise<readonly TotpResult[]> {
  const results: TotpResult[] = [];
  for (const algorithm of algorithms) {
    const makers: Readonly<Record<string, Maker>> = {
      Doorcode: ours(algorithm),
      otpauth: otpauth(algorithm),
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
    const samples = await interleave(contenders, 9, 6_000);
    const positive = [...samples].map(([name, { median, p95, repeats }]): [string, Sample] => [
      name,
      { median: -median, p95: -p95, repeats },
    ]);
    results.push({ algorithm, makers: new Map(positive) });
  }
  return results;
}
