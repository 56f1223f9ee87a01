type Neighbours = Record<string, (string | null)[]>;

// Each row's keys, unshifted and shifted; a row lies half a key to the right of the row above.
const layouts = {
  qwerty: [
    ['`1234567890-=', '~!@#$%^&*()_+'],
    [' qwertyuiop[]\\', ' QWERTYUIOP{}|'],
    [" asdfghjkl;'", ' ASDFGHJKL:"'],
    [' zxcvbnm,./', ' ZXCVBNM<>?'],
  ],
  qwertz: [
    ['^1234567890ß´', '°!"§$%&/()=?`'],
    [' qwertzuiopü+', ' QWERTZUIOPÜ*'],
    [' asdfghjklöä#', " ASDFGHJKLÖÄ'"],
    [' yxcvbnm,.-', ' YXCVBNM;:_'],
  ],
  azerty: [
    ['²&é"\'(-è_çà)=', ' 1234567890°+'],
    [' azertyuiop^$', ' AZERTYUIOP¨£'],
    [' qsdfghjklmù*', ' QSDFGHJKLM%µ'],
    [' wxcvbn,;:!', ' WXCVBN?./§'],
  ],
} as const;

// Left, the two above, right, the two below: steps of rows and columns, in the order round a key.
const steps = [
  [0, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [1, 0],
  [1, -1],
] as const;

function neighboursOf(rows: readonly (readonly [string, string])[]): Neighbours {
  const keyAt = (row: number, column: number): string | null => {
    const [plain = ' ', shifted = ' '] = (rows[row] ?? []).map((keys) => keys[column] ?? ' ');
    return plain === ' ' ? null : `${plain}${shifted === ' ' ? '' : shifted}`;
  };
  const neighbours: Neighbours = {};
  for (const [row, [plain]] of rows.entries())
    for (const column of [...plain].keys())
      for (const key of keyAt(row, column) ?? '')
        neighbours[key] = steps.map(([down, right]) => keyAt(row + down, column + right));
  return neighbours;
}

/** Which keys lie beside which, on the three layouts most used for Latin letters. */
export const keyboards: Readonly<Record<string, Neighbours>> = Object.fromEntries(
  Object.entries(layouts).map(([name, rows]) => [name, neighboursOf(rows)]),
);
