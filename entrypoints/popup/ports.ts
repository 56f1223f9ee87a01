import type { CopyOutcome } from '../../lib/app/automatic-copy.ts';
import type { ClearingPermission, Copied } from '../../lib/app/clear-clipboard.ts';
import type { FolderState } from '../../lib/app/copy-folder.ts';
import type { ClearTime, Habits } from '../../lib/app/habits.ts';
import type { OwnPage } from '../../lib/app/own-page.ts';
import type { Shortcut } from '../../lib/app/shortcuts.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import type { FileKdf } from '../../lib/vault/kdf.ts';
import type { StrengthClass } from '../../lib/vault/openings.ts';
import type { PageReading } from './read-page.ts';

/** What the popup needs from its surroundings. */
export type PopupPorts = {
  readonly tabId: number;
  readonly nowUnixMs: () => number;
  readonly ask: Ask;
  /** Derives a passphrase's 32-byte key in base64; null for parameters out of bounds. */
  readonly derive: (passphrase: string, kdf: FileKdf) => Promise<string | null>;
  /** How hard a passphrase that was chosen is to guess; null where that cannot be told. */
  readonly judge?: (passphrase: string) => Promise<StrengthClass | null>;
  /** Fresh random bytes. */
  readonly random: (count: number) => Bytes;
  readonly readDom: () => Promise<PageReading>;
  /** Marks where a key was read from, so that the box beside it is the one to fill. */
  readonly markPlace: (place: PageReading['places'][number]) => Promise<unknown>;
  readonly readScreenshot: (reading: PageReading) => Promise<PageReading>;
  /** Copies a code, and tells what becomes of it. */
  readonly copyCode: (code: string, seconds: ClearTime, tell: (copied: Copied) => void) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** Keeps the codes beside the page, in a panel of the browser's; null where it has none, or this is the panel. */
  readonly openPanel: (() => Promise<boolean>) | null;
  /** Whether a copied code is cleared also once its window is closed. */
  readonly clearing: ClearingPermission;
  /** Asks the browser for the keys of the keyboard by now. */
  readonly readShortcuts: () => Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for them. */
  readonly changeShortcuts: () => Promise<void>;
  /** Whether this is the panel beside the pages: nobody has pressed on the page, so nothing is read or filled by itself. */
  readonly isPanel: boolean;
  /** How codes are shown and copied: as was chosen before, and kept anew. */
  readonly habits: { readonly chosen: Habits; readonly keep: (habits: Habits) => Promise<void> };
  /** Resolves once what was changed last has been painted. */
  readonly afterPaint: () => Promise<void>;
  /** Hands a text to the browser as a file that the customer keeps. */
  readonly saveFile: (name: string, text: string) => void;
  /** Reads the page's links to its security settings; what its process answers is not to be trusted. */
  readonly readSecurityLinks: () => Promise<unknown>;
  /** Opens an address in the tab in place of the page. */
  readonly openHere: (address: string) => Promise<void>;
  /** Opens a page of our own in a tab, before which the popup goes. */
  readonly openOwnPage: (path: OwnPage) => Promise<void>;
  /** The folder for saved copies, and the page where it is chosen; null in a browser that has no such thing. */
  readonly copies: {
    readonly folderState: () => Promise<FolderState>;
    /** Writes a copy where one is missing. */
    readonly save: (ask: Ask) => Promise<CopyOutcome>;
    readonly openPage: () => Promise<void>;
  } | null;
  /** The browser's own question about a site; called in the press itself. */
  readonly requestSite: (origin: string) => Promise<boolean>;
};
