import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { qrModules } from '../../../lib/qr/draw-code.ts';

/** What stands on a screen or before a camera, as grey pixels row by row. */
type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** A grey picture with a text's symbol in its middle, so many pixels a module. */
function greyOf(text: string, width: number, height: number, scale: number): Grey {
  const data = new Uint8Array(width * height).fill(96);
  const modules = qrModules(text);
  const side = modules.length * scale;
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      data[(top + y) * width + left + x] = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true ? 24 : 235;
  return { width, height, data };
}

/** Writes a screenshot of a phone that shows a text's QR code, as a PNG of eight-bit grey (RFC 2083). */
export function writeScreenshot(path: string, text: string): void {
  const grey = 0;
  const options = { colorType: grey, inputColorType: grey };
  writeFileSync(path, PNG.sync.write(greyOf(text, 720, 1280, 8), options));
}

/** Writes a film in which a phone shows one QR code after another, a second and a half each: what Chromium's camera for tests plays, as YUV4MPEG2. */
export function writeFilm(path: string, texts: readonly string[]): void {
  const frames = texts.flatMap((text) => {
    const { width, height, data } = greyOf(text, 640, 480, 8);
    const frame = Buffer.concat([Buffer.from('FRAME\n'), data, Buffer.alloc((width * height) / 2, 128)]);
    return [frame, frame, frame];
  });
  writeFileSync(path, Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F2:1 Ip A1:1 C420jpeg\n'), ...frames]));
}
