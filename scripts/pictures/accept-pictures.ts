import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { acceptedFolder, picturesIn, takenFolder } from '../../tests/support/e2e/pictures/folders.ts';
import { machineOf, whyNotCompared } from '../../tests/support/e2e/pictures/machine.ts';

type Accepted = { readonly said: string; readonly done: boolean };

const refused = (said: string): Accepted => ({ said, done: false });

/**
 * Puts pictures of the last run in the place of the accepted ones, and takes away those of screens that are no more.
 * @param names screens, or `KIND/SCREEN`; or `all`
 */
export function acceptPictures(
  names: readonly string[],
  { taken, accepted } = { taken: takenFolder, accepted: acceptedFolder },
): Accepted {
  const machine = machineOf(taken);
  if (machine === null) return refused('There is no whole run to accept from: npm run pictures makes one.');
  const all = names.includes('all');
  const why = whyNotCompared(machineOf(accepted), machine);
  if (why !== null && !all) return refused(`One machine takes all pictures, and ${why}: accept all of them.`);
  const isWanted = (picture: string): boolean =>
    all || names.some((name) => [picture, picture.split('/')[1]].includes(name));
  const wanted = [...new Set([...picturesIn(taken), ...picturesIn(accepted)])].filter(isWanted);
  if (wanted.length === 0) return refused('No picture has that name. Names stand in .output/pictures/index.html.');
  for (const picture of wanted) {
    const [from, to] = [`${taken}${picture}.png`, `${accepted}${picture}.png`];
    mkdirSync(dirname(to), { recursive: true });
    if (existsSync(from)) copyFileSync(from, to);
    else rmSync(to);
  }
  if (all) copyFileSync(`${taken}machine.json`, `${accepted}machine.json`);
  return { said: `Pictures accepted: ${wanted.length}.`, done: true };
}
