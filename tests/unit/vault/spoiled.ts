import { forge } from './forged.ts';

/** A sealed vault with other content and a checksum that fits: its header reads, and only a key tells. */
export const spoiled = (sealed: unknown): string =>
  forge(String(sealed), (outer) => {
    outer.data = `${outer.data.startsWith('A') ? 'B' : 'A'}${outer.data.slice(1)}`;
  });
