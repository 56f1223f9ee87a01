import type {
  AreaNote,
  CameraNote,
  ForeignFileView,
  LookAlikeView,
  PhoneFoundView,
  UnreadPictureView,
} from '../../components/view-models.ts';
import type { Undone } from '../../lib/app/ask-undo.ts';
import type { Policies } from '../../lib/app/policies.ts';
import type { VaultState } from '../../lib/app/vault-answers.ts';
import type { AddedTogether } from '../../lib/messages/protocol-copies.ts';

/** The camera: off, with what there is to say of it; asked for; or on. */
export type CameraModel =
  | { readonly kind: 'off'; readonly note: CameraNote | null }
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly stream: MediaStream; readonly mirrored: boolean };

/** The picture of a page: null until it is there, `gone` where none waits, `read` once it gave an account and was dropped. */
export type AreaModel = { readonly picture: string; readonly note: AreaNote | null } | 'gone' | 'read' | null;

/** Everything that the page shows. */
export type PhoneModel = {
  /** Null until it is known. */
  readonly vault: Exclude<VaultState, { kind: 'unlocked' }> | { readonly kind: 'unlocked' } | null;
  readonly found: PhoneFoundView;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly wrongPassphrase: boolean;
  /** Which of the chosen pictures is being read, from 1; null while none is. */
  readonly reading: { readonly place: number; readonly of: number } | null;
  /** The pictures chosen last that gave no account, and why. */
  readonly unread: readonly UnreadPictureView[];
  /** What closed the site that an account was to be added at; null for nothing. */
  readonly closedBy: Policies | null;
  /** Whether more codes were read than wait at once. */
  readonly tooMany: boolean;
  /** Another app's file on its way in; null for none. */
  readonly file: ForeignFileView | null;
  /** Whether files were given before the vault was open, and are read once it is. */
  readonly waits: boolean;
  readonly camera: CameraModel;
  readonly area: AreaModel;
  /** The tab that the picture is of. */
  readonly fromTabId: number | null;
  /** The exact origin that what is read belongs to; null for none. */
  readonly site: string | null;
  readonly lookAlike: LookAlikeView | null;
  /** Where what was added last came from. */
  readonly doneOf: 'codes' | 'file';
  /** What was added last. */
  readonly done: AddedTogether | null;
  /** What was taken back of it, and what was used or changed since and stays. */
  readonly undone: Undone | null;
};

/** Nothing was read. */
export const nothingRead: PhoneFoundView = { accounts: [], batches: [], refused: [], others: [] };

/** The page before anything is known. */
export const emptyModel: PhoneModel = {
  vault: null,
  found: nothingRead,
  busy: false,
  failed: false,
  wrongPassphrase: false,
  reading: null,
  unread: [],
  closedBy: null,
  tooMany: false,
  file: null,
  waits: false,
  camera: { kind: 'off', note: null },
  area: null,
  fromTabId: null,
  site: null,
  lookAlike: null,
  doneOf: 'codes',
  done: null,
  undone: null,
};
