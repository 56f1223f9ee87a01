import { encodeBase32 } from '../../../lib/otp/base32.ts';

/** A way in which a secret may lie on disk, and parts of it that would be seen there. */
export type Trace = { readonly encoding: string; readonly parts: readonly Buffer[] };

/** Parts of which a run of twice their length holds one: compression may take the rest away, as it keeps what repeats nothing. */
function partsOf(bytes: Buffer, length: number): readonly Buffer[] {
  const starts = Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => index * length);
  return starts.map((start) => bytes.subarray(start, start + length));
}

// Long enough that no other bytes of a profile are the same by chance.
const CHARACTERS = 10;
const BYTES = 6;

/** A text as it would lie on disk, in one byte a character and in two. */
export const tracesOfText = (encoding: string, text: string): readonly Trace[] => [
  { encoding, parts: partsOf(Buffer.from(text, 'latin1'), CHARACTERS) },
  { encoding: `${encoding} in UTF-16`, parts: partsOf(Buffer.from(text, 'utf16le'), 2 * CHARACTERS) },
];

/** Base64 of bytes at each of its three alignments, without what depends on neighbours. */
const base64At = (bytes: Uint8Array, before: number): string =>
  Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .slice(before === 0 ? 0 : 4, -4);

/** Every way in which secret bytes may lie on disk: as they are, in base32, hexadecimal, base64 and lists of numbers. */
export function tracesOf(bytes: Uint8Array): readonly Trace[] {
  const base32 = encodeBase32(bytes);
  const hex = Buffer.from(bytes).toString('hex');
  const base64 = [0, 1, 2].map((before) => base64At(bytes, before));
  const texts: readonly (readonly [string, string])[] = [
    ['base32', base32],
    ['base32 in small letters', base32.toLowerCase()],
    ['base32 in groups', (base32.match(/.{1,4}/g) ?? []).join(' ')],
    ['base32 in small groups', (base32.toLowerCase().match(/.{1,4}/g) ?? []).join(' ')],
    ['hexadecimal', hex],
    ['hexadecimal in capitals', hex.toUpperCase()],
    ...base64.map((text, before) => [`base64 at ${before}`, text] as const),
    ...base64.map(
      (text, before) => [`base64url at ${before}`, text.replaceAll('+', '-').replaceAll('/', '_')] as const,
    ),
  ];
  return [
    { encoding: 'raw', parts: partsOf(Buffer.from(bytes), BYTES) },
    ...texts.flatMap(([encoding, text]) => tracesOfText(encoding, text)),
    // In one byte a character alone: in two, digits repeat so much that compression leaves no part of them.
    { encoding: 'a list of numbers', parts: partsOf(Buffer.from([...bytes].join(), 'latin1'), CHARACTERS) },
  ];
}

/** Whether a trace has a part in which no four bytes stood before: compression writes those as a reference, and breaks the part. */
function isKept({ parts }: Trace): boolean {
  const before = new Set<number>();
  return parts.some((part) => {
    let repeats = false;
    for (let at = 0; at + 4 <= part.length; at += 1) {
      const four = part.readUInt32LE(at);
      repeats ||= before.has(four);
      before.add(four);
    }
    return !repeats;
  });
}

/** Secret bytes that are found in every encoding, compressed or not; `random` gives bytes until some are such. */
export function findableBytes(random: () => Uint8Array): Uint8Array {
  for (;;) {
    const bytes = random();
    if (tracesOf(bytes).every(isKept)) return bytes;
  }
}
