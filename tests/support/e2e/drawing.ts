import { qrModules } from '../../../lib/qr/draw-code.ts';

/** The expression that gives a picture of a text's symbol, as the browser itself writes it in a format: base64. */
export const drawingOf = (text: string, type: 'image/png' | 'image/jpeg' | 'image/webp'): string => `(() => {
  const modules = ${JSON.stringify(qrModules(text).map((row) => row.map(Number)))};
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 6 * modules.length;
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  modules.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(6 * x, 6 * y, 6, 6)));
  return canvas.toDataURL('${type}', 0.8).split(',')[1];
})()`;
