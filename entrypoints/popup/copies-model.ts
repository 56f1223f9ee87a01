import type { BackupHealth } from '../../lib/app/backup-health.ts';
import type { FolderState } from '../../lib/app/copy-folder.ts';

/** How the saved copies stand, whether one is to be asked for, and the folder for those that are written by themselves. */
export type CopiesModel = {
  readonly health: BackupHealth;
  readonly ask: boolean;
  /** `impossible`: the browser has no such thing; `off`: the customer wants none; `failed`: the last copy could not be written. */
  readonly folder: FolderState | 'impossible' | 'off' | 'failed';
};
