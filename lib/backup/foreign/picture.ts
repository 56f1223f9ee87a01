import { ok } from '../../result.ts';
import { startsWith } from './foreign-file.ts';
import type { ForeignFormat } from './foreign-format.ts';

const signatures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
] as const;

// Sounds and films begin with RIFF too.
const isWebP = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]);

/** A picture, which may hold QR codes: it is handed on unread, to whoever can read pictures. */
export const picture: ForeignFormat = {
  id: 'picture',
  app: 'Google Authenticator, and every app that shows a QR code',
  appShown: '',
  reads: 'picture with QR codes (PNG, JPEG, GIF, WebP)',
  source: 'https://www.iso.org/standard/83389.html',
  recognise: ({ bytes }) => isWebP(bytes) || signatures.some((magic) => startsWith(bytes, magic)),
  read: async ({ bytes }) => ok({ items: [], others: 0, pictures: [bytes] }),
};
