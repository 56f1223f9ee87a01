import { join } from 'node:path';
import { readCases } from '../score/input.ts';
import { openPictureReader } from '../score/qr/pictures.ts';
import { OURS, type Reader } from './qr-readers.ts';
import { table, type Verdict } from './topic.ts';

type Case = {
  readonly file: string;
  readonly category: string;
  readonly expected: readonly string[];
  readonly want?: string | null;
  readonly negative: boolean;
  readonly origin: string;
};

type Kind = 'drawn codes' | 'drawn pages' | 'photographs';

const kindOf = ({ category, origin }: Case): Kind => {
  if (origin !== 'synthetic') return 'photographs';
  return /^s-(?:page|multi)/.test(category) ? 'drawn pages' : 'drawn codes';
};
const scopes = { 'drawn codes': 'code', 'drawn pages': 'page', photographs: 'photo' } as const;

const isRead = ({ want, expected }: Case, texts: readonly string[]): boolean =>
  want === undefined || want === null ? expected.some((text) => texts.includes(text)) : texts.includes(want);

/** How many codes each reader reads of a folder of pictures as `npm run score:qr` takes it; Chromium takes the files apart. */
export async function keptPictures(
  readers: Readonly<Record<string, Reader>>,
  folder: string,
): Promise<{ readonly part: string; readonly verdict: Verdict }> {
  const usage = '--pictures FOLDER takes a folder as npm run score:qr does.';
  const fields = ['file', 'category', 'expected', 'negative', 'origin'] as const;
  const cases = readCases<Case>(join(folder, 'expected.json'), fields, usage).filter(
    ({ expected, negative }) => Array.isArray(expected) && !negative,
  );
  const totals = new Map<Kind, number>();
  const read = new Map<string, Map<Kind, number>>(Object.keys(readers).map((name) => [name, new Map()]));
  const pictures = await openPictureReader();
  try {
    for (const one of cases) {
      const picture = await pictures.read(join(folder, one.file));
      const kind = kindOf(one);
      totals.set(kind, (totals.get(kind) ?? 0) + 1);
      for (const [name, reader] of Object.entries(readers)) {
        const right = isRead(one, await reader(picture, scopes[kind]));
        const counts = read.get(name);
        if (right) counts?.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
  } finally {
    await pictures.close();
  }
  const kinds = [...totals];
  const sum = (name: string): number => [...(read.get(name)?.values() ?? [])].reduce((all, count) => all + count, 0);
  const [most = ''] = Object.keys(readers)
    .filter((name) => name !== OURS)
    .toSorted((one, other) => sum(other) - sum(one));
  return {
    part: `Kept pictures, codes read\n\n${table(
      ['reader', ...kinds.map(([kind, total]) => `${kind}, of ${total}`)],
      Object.keys(readers).map((name) => [name, ...kinds.map(([kind]) => String(read.get(name)?.get(kind) ?? 0))]),
    )}`,
    verdict: {
      what: 'QR: codes read of kept pictures',
      found: `${sum(OURS)} of ${cases.length}; ${most} ${sum(most)}`,
      target: 'more than any peer',
      met: sum(OURS) > sum(most),
    },
  };
}
