/** Longest key URI that is read; a QR symbol holds at most 2953 bytes (ISO/IEC 18004 table 7). */
export const MAX_KEY_URI_LENGTH = 4_096;

/** A key URI cut into its parts, before any of them is understood; parameter names are lower-case. */
export type KeyUriText = {
  readonly type: string;
  readonly label: string;
  readonly parameters: ReadonlyMap<string, string>;
};

/** Percent-decodes; a text with bad escapes is kept as it is, since its sender never escaped it. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parametersOf(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = decodePercent(equals < 0 ? part : part.slice(0, equals)).toLowerCase();
    // In the query `+` is a space (HTML forms); an empty name or a repetition adds nothing: the first one wins.
    const value = equals < 0 ? '' : decodePercent(part.slice(equals + 1).replaceAll('+', ' '));
    if (name !== '' && !parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/**
 * Cuts `scheme://TYPE/LABEL?PARAMETERS` by hand: browsers differ in how `URL` reads unknown schemes, and a `#` before the
 * first `?` belongs to the label.
 * @returns null when the text is no otpauth or apple-otpauth URI
 */
export function cutKeyUri(text: string): KeyUriText | null {
  const scheme = /^(?:apple-)?otpauth:\/\//i.exec(text);
  if (scheme === null) return null;
  const rest = text.slice(scheme[0].length);
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  const query = question < 0 ? '' : rest.slice(question + 1);
  const slash = path.indexOf('/');
  return {
    type: (slash < 0 ? path : path.slice(0, slash)).toLowerCase(),
    // In the label `+` stays: it is part of many e-mail addresses.
    label: decodePercent(slash < 0 ? '' : path.slice(slash + 1)),
    parameters: parametersOf(query),
  };
}
