import type { CopyFolder, FolderChoice } from '../../lib/app/copy-folder.ts';
import type { KeyMaking } from '../../lib/app/new-keys.ts';
import type { Lock } from '../../lib/app/vault-ports.ts';
import type { Ask } from '../../lib/messages/client.ts';

/** What the page needs from its surroundings. */
export type CopiesPorts = KeyMaking & {
  readonly ask: Ask;
  readonly nowUnixMs: () => number;
  readonly folder: CopyFolder;
  readonly choice: FolderChoice;
  readonly lock: Lock;
};
