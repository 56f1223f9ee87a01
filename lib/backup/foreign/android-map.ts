const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text of XML or HTML with its character references resolved; unknown ones stay as they are. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

// Two runs of white space side by side would be cut in every way there is.
const isMap = (text: string): boolean => /^(?:<\?xml[^>]*>\s*)?<map[\s>]/.test(text.trimStart());

/** Whether a text begins as an Android settings file and does not end as one: what follows would be missing in silence. */
export const isBrokenMap = (text: string): boolean => isMap(text) && !text.trimEnd().endsWith('</map>');

/** The texts of an Android settings file by name, in its order; null for what is no such file. */
export function androidStrings(text: string | null): ReadonlyMap<string, string> | null {
  if (text === null || !isMap(text)) return null;
  const found = text.matchAll(/<string name="([^"]*)">([^<]*)<\/string>/g);
  return new Map(Array.from(found, ([, name = '', value = '']) => [unescaped(name), unescaped(value)]));
}
