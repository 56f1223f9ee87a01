import { type CopyOutcome, saveByItself } from '../../lib/app/automatic-copy.ts';
import { copiesLock, copyFolder } from '../../lib/browser/copy-folder.ts';
import type { Ask } from '../../lib/messages/client.ts';

// A file of its own, loaded where copies are written by themselves only: every popup would wait for it else.

/** Whether the folder for copies may be written. */
export const folderState = copyFolder.state;

/** Writes a copy into the folder where one is missing. */
export const saveCopy = (ask: Ask): Promise<CopyOutcome> => saveByItself({ folder: copyFolder, lock: copiesLock, ask });
