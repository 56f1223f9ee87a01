// The parameters of RFC 3492 §5.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 0x80;

const LAST_CODE_POINT = 0x10ffff;

/** The bias for the next delta (RFC 3492 §6.1). */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** The value of a digit (RFC 3492 §5): a–z in either case are 0–25, 0–9 are 26–35. */
function digitOf(character: string | undefined): number | null {
  if (character === undefined || !/^[a-z0-9]$/i.test(character)) return null;
  const value = Number.parseInt(character, BASE);
  return value < 10 ? value + 26 : value - 10;
}

/**
 * Decodes punycode (RFC 3492 §6.2).
 * @param text one label without its `xn--`
 * @returns the label's Unicode text, or null for what is no punycode
 */
export function decodePunycode(text: string): string | null {
  const hyphen = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(0, hyphen)), (character) => character.codePointAt(0) ?? 0);
  if (output.some((codePoint) => codePoint >= INITIAL_N)) return null;
  let at = hyphen > 0 ? hyphen + 1 : 0;
  let [n, i, bias] = [INITIAL_N, 0, INITIAL_BIAS];
  while (at < text.length) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(text[at]);
      if (digit === null) return null;
      at += 1;
      i += digit * weight;
      // Past this no insertion can be meant, and numbers would lose their last digits.
      if (i > LAST_CODE_POINT * 256) return null;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > LAST_CODE_POINT || (n >= 0xd800 && n <= 0xdfff)) return null;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}

/** A host name as it is meant to be read: `xn--` labels (RFC 5890 §2.3.2.1) decoded, those that are no punycode left alone. */
export function readableHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}
