import { writeFileSync } from 'node:fs';
import { kinds, picturesIn, runFolder, takenFolder } from './folders.ts';

/** How each picture of a run stands to the accepted one, by `KIND/SCREEN`: `same`, `new`, or what is otherwise. */
export type Standing = ReadonlyMap<string, string>;

const style = `body{font:14px sans-serif;background:#888;color:#000}section{display:flex;gap:8px;align-items:start;border-block-start:1px solid}
figure{margin:0}figcaption{background:#fff}img{display:block;max-inline-size:380px}.bad figcaption{background:#fc6}`;

/** Writes index.html beside the pictures of a run: a row for each screen, what changed first, each changed one with its difference. */
export function writeContactSheet(standing: Standing): void {
  const taken = picturesIn(takenFolder);
  const screens = [...new Set(taken.map((name) => name.split('/')[1] ?? ''))].toSorted();
  const isChanged = (screen: string) => kinds.some((kind) => (standing.get(`${kind}/${screen}`) ?? 'same') !== 'same');
  const row = (screen: string): string => {
    const figures = kinds
      .map((kind) => `${kind}/${screen}`)
      .filter((name) => taken.includes(name))
      .map((name) => {
        const how = standing.get(name) ?? 'same';
        const difference = how.endsWith('pixels differ') ? `<img src="difference/${name}.png" alt="difference">` : '';
        return `<figure class="${how === 'same' ? '' : 'bad'}"><figcaption>${name}: ${how}</figcaption><img src="taken/${name}.png" alt="">${difference}</figure>`;
      });
    return `<section id="${screen}">${figures.join('')}</section>`;
  };
  const rows = [...screens.filter(isChanged), ...screens.filter((screen) => !isChanged(screen))].map(row);
  const gone = [...standing]
    .filter(([, how]) => how === 'gone')
    .map(([name]) => `<li>${name}: no such screen any more</li>`);
  writeFileSync(
    `${runFolder}index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>${style}</style><ul>${gone.join('')}</ul>${rows.join('\n')}`,
  );
}
