type Row = Record<string, unknown>;

const wrong = (column: string): Error => new Error(`unexpected type in column ${column}`);

/** Reads a text column; another type is a bug and throws. */
export const text = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw wrong(column);
  return value;
};

/** Reads an integer column; another type is a bug and throws. */
export const integer = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw wrong(column);
  return value;
};

/** Reads a blob column as a copy on its own ArrayBuffer; another type is a bug and throws. */
export const blob = (row: Row, column: string): Uint8Array<ArrayBuffer> => {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw wrong(column);
  return new Uint8Array(value);
};

/** Reads an integer column that may be empty; another type is a bug and throws. */
export const integerOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : integer(row, column);
