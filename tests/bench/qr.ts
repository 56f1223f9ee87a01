import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsqr from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from '../../lib/qr/picture.ts';
import { readCodes } from '../../lib/qr/read-codes.ts';
import { interleave, type Sample, timed } from './measure.ts';
import { codePicture, pagePicture } from './pictures.ts';

type Reader = (picture: Picture, scope: 'code' | 'page') => Promise<readonly string[]> | readonly string[];

const readers: Readonly<Record<string, Reader>> = {
  Doorcode: (picture, scope) => readCodes(picture, { scope }).texts.map(({ text }) => text),
  jsQR: ({ data, width, height }) => {
    const found = jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'attemptBoth' });
    return found === null ? [] : [found.data];
  },
  'zxing-wasm': async ({ data, width, height }) => {
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
    return (await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })).map(({ text }) => text);
  },
};

/** One kind of picture: how long each reader took a picture, and how many it read. */
export type QrResult = {
  readonly what: string;
  readonly pictures: number;
  readonly readers: ReadonlyMap<string, Sample & { readonly read: number }>;
};

async function measure(
  what: string,
  pictures: readonly { readonly text: string; readonly picture: Picture }[],
  scope: 'code' | 'page',
  rounds: number,
): Promise<QrResult> {
  const read = new Map<string, number>();
  for (const [name, reader] of Object.entries(readers)) {
    let right = 0;
    for (const { text, picture } of pictures) if ((await reader(picture, scope)).includes(text)) right += 1;
    read.set(name, right);
  }
  const contenders = Object.entries(readers).map(([name, reader]) => {
    let turn = 0;
    return {
      name,
      run: () => {
        const one = pictures[turn % pictures.length];
        turn += 1;
        return timed(() => one && reader(one.picture, scope));
      },
    };
  });
  const samples = await interleave(contenders, rounds, 12_000);
  return {
    what,
    pictures: pictures.length,
    readers: new Map([...samples].map(([name, sample]) => [name, { ...sample, read: read.get(name) ?? 0 }])),
  };
}

/** Times reading single codes and screenshots of two sizes. */
export async function measureQr(): Promise<readonly QrResult[]> {
  // Node's fetch reads no files, so the peer is handed its own bytes.
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const codes = Array.from({ length: 30 }, (_, index) => codePicture(index));
  return [
    await measure('one code', codes, 'code', 120),
    await measure('a page, 1920 × 1080', [pagePicture(1920, 1080)], 'page', 12),
    await measure('a page, 3840 × 2160', [pagePicture(3840, 2160)], 'page', 5),
  ];
}
