const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A fresh backup code of 20 characters from 32 (100 bits), in groups of five. */
export const newBackupCode = (random: (length: number) => Uint8Array<ArrayBuffer>): string => {
  const characters = [...random(20)].map((byte) => alphabet.charAt(byte & 31)).join('');
  return (characters.match(/.{5}/g) ?? []).join('-');
};

/** What a typed backup code is compared as: capitals, without spaces and hyphens; `undefined` when it cannot be one. */
export const canonicalBackupCode = (typed: string): string | undefined => {
  if (typed.length > 100) return undefined;
  const bare = typed.replace(/[ \t-]/g, '').toUpperCase();
  return /^[A-Z2-9]{20}$/.test(bare) ? bare : undefined;
};
