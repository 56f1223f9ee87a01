import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scanImageData, ZBarConfigType, ZBarScanner, ZBarSymbolType } from '@undecaf/zbar-wasm';
import { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import jsqr from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from '../../lib/qr/picture.ts';
import { readCodes } from '../../lib/qr/read-codes.ts';

/** Reads the codes of a picture: of one code by itself, of a photograph, or of a whole page. */
export type Reader = (
  picture: Picture,
  scope: 'code' | 'photo' | 'page',
) => Promise<readonly string[]> | readonly string[];

/** The name of our own reader. */
export const OURS = 'Doorcode';

const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

function readByZxingLibrary({ data, width, height }: Picture): readonly string[] {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = ((data[at * 4] ?? 0) + 2 * (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) >> 2;
  const source = new RGBLuminanceSource(grey, width, height);
  for (const one of [source, source.invert()]) {
    try {
      return [new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(one)), hints).getText()];
    } catch {
      // It throws where it finds nothing.
    }
  }
  return [];
}

/** All readers by their names, each set to find QR codes alone, light ones on dark too, and to look thoroughly. */
export async function qrReaders(): Promise<Readonly<Record<string, Reader>>> {
  // Node's fetch reads no files, so the peer is handed its own bytes.
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const scanner = await ZBarScanner.create();
  scanner.setConfig(ZBarSymbolType.ZBAR_NONE, ZBarConfigType.ZBAR_CFG_ENABLE, 0);
  scanner.setConfig(ZBarSymbolType.ZBAR_QRCODE, ZBarConfigType.ZBAR_CFG_ENABLE, 1);
  scanner.setConfig(ZBarSymbolType.ZBAR_QRCODE, ZBarConfigType.ZBAR_CFG_TEST_INVERTED, 1);
  return {
    [OURS]: (picture, scope) => readCodes(picture, { scope }).texts.map(({ text }) => text),
    jsQR: ({ data, width, height }) => {
      const found = jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'attemptBoth' });
      return found === null ? [] : [found.data];
    },
    'zxing-wasm': async ({ data, width, height }) => {
      const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
      return (await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })).map(({ text }) => text);
    },
    '@zxing/library': readByZxingLibrary,
    'zbar-wasm': async ({ data, width, height }) => {
      const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
      return (await scanImageData(image, scanner)).map((symbol) => symbol.decode());
    },
  };
}
