import type { Plugin } from 'vite';

const table = /exports\.shiftJISTable = \{[^}]*\};/;
const look = 'String.fromCharCode(shiftJISTable_1.shiftJISTable[c])';
const decode = "new TextDecoder('shift_jis').decode(new Uint8Array([c >> 8, c & 0xff]))";

/** jsQR without its table of 6,900 characters, which every browser and Node have too. */
export function withoutTable(code: string): string {
  // Another version may have moved it; then somebody looks, where the package would only grow.
  if (!table.test(code) || !code.includes(look)) throw new Error('jsQR has no table of Shift_JIS where it was');
  return code.replace(table, '').replace(look, decode);
}

/** Takes the table out of what is built. */
export const packJsqr = (): Plugin => ({
  name: 'pack-jsqr',
  transform: {
    filter: { id: /\/node_modules\/jsqr\/dist\/jsQR\.js$/ },
    handler: withoutTable,
  },
});
