import type { Chance } from '../chance.ts';
import { cutFiles, flipBytes, type Places, putBack, removeFiles, removeFolder } from './damage-files.ts';

/**
 * A fault of a profile on disk. `leaves`: a whole copy in the other place, something less, or nothing of the vault at all.
 */
export type Damage = {
  readonly name: string;
  readonly leaves: 'a whole copy' | 'something' | 'nothing';
  readonly act: (places: Places, earlier: Places, chance: Chance) => void;
};

const files = ['log', 'ldb', 'CURRENT', 'MANIFEST'] as const;

/** The faults of one of the two places, while the other is whole. */
function damagesOf(place: keyof Places, name: string): readonly Damage[] {
  const leaves = 'a whole copy';
  const on = (what: string, act: (folder: string, chance: Chance) => void): Damage => ({
    name: `${name}: ${what}`,
    leaves,
    act: (places, _earlier, chance) => act(places[place], chance),
  });
  return [
    ...files.map((kind) => on(`bytes of ${kind} changed`, (folder, chance) => flipBytes(folder, kind, chance))),
    ...files.map((kind) => on(`${kind} missing`, (folder) => removeFiles(folder, kind))),
    ...([0.75, 0.5, 0.25, 0] as const).flatMap((part) => [
      on(`log cut to ${part}`, (folder) => cutFiles(folder, 'log', part)),
      on(`ldb cut to ${part}`, (folder) => cutFiles(folder, 'ldb', part)),
    ]),
    on('MANIFEST cut to half', (folder) => cutFiles(folder, 'MANIFEST', 0.5)),
    on('CURRENT empty', (folder) => cutFiles(folder, 'CURRENT', 0)),
    on('folder missing', (folder) => removeFolder(folder)),
    {
      name: `${name}: folder of an earlier day`,
      leaves,
      act: (places, earlier) => putBack(places[place], earlier[place]),
    },
  ];
}

/** All faults of the catalogue; bytes change at other places with another seed. */
export const damages: readonly Damage[] = [
  ...damagesOf('local', 'storage'),
  ...damagesOf('indexed', 'second copy'),
  {
    name: 'both: bytes of log changed',
    leaves: 'something',
    act: ({ local, indexed }, _earlier, chance) => {
      flipBytes(local, 'log', chance);
      flipBytes(indexed, 'log', chance);
    },
  },
  {
    name: 'both: MANIFEST missing',
    leaves: 'something',
    act: ({ local, indexed }) => {
      removeFiles(local, 'MANIFEST');
      removeFiles(indexed, 'MANIFEST');
    },
  },
  {
    name: 'storage of an earlier day, second copy missing',
    leaves: 'something',
    act: ({ local, indexed }, earlier) => {
      putBack(local, earlier.local);
      removeFolder(indexed);
    },
  },
  {
    name: 'both folders missing',
    leaves: 'nothing',
    act: ({ local, indexed }) => {
      removeFolder(local);
      removeFolder(indexed);
    },
  },
];
