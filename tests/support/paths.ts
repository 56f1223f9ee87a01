/** Where in a message, or in anything else that JSON can say, a value stands: names of fields and places in lists. */
export type Path = readonly (string | number)[];

/** Every place in it but the whole, the outer ones first. */
export function pathsOf(value: unknown, to: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...to, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsOf(inner, path)];
  });
}

/** A copy with another value in one place; the rest is the same. */
export function withValue(message: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(message)) return message.map((item, at) => (at === first ? withValue(item, rest, value) : item));
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(Object(message)));
  return { ...fields, [first]: withValue(fields[first], rest, value) };
}

/** What stands in a place; `undefined` where nothing does. */
export function valueAt(message: unknown, path: Path): unknown {
  let value = message;
  for (const key of path) value = Object.getOwnPropertyDescriptor(Object(value), key)?.value;
  return value;
}
