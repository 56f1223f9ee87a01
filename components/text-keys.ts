import { accountTextKeys } from './text-keys-account.ts';
import { typedTextKeys } from './text-keys-book.ts';
import { clearTextKeys } from './text-keys-clear.ts';
import { commonTextKeys } from './text-keys-common.ts';
import { copiesTextKeys } from './text-keys-copies.ts';
import { deskTextKeys } from './text-keys-desk.ts';
import { habitsTextKeys } from './text-keys-habits.ts';
import { healthTextKeys } from './text-keys-health.ts';
import { helpTextKeys } from './text-keys-help.ts';
import { importTextKeys } from './text-keys-import.ts';
import { keysTextKeys } from './text-keys-keys.ts';
import { leaveTextKeys } from './text-keys-leave.ts';
import { managerTextKeys } from './text-keys-manager.ts';
import { pageTextKeys } from './text-keys-page.ts';
import { phoneTextKeys } from './text-keys-phone.ts';
import { placesTextKeys } from './text-keys-places.ts';
import type { PluralFormKey } from './text-keys-plural.ts';
import { policiesTextKeys } from './text-keys-policies.ts';
import { rescueTextKeys } from './text-keys-rescue.ts';
import { restsTextKeys } from './text-keys-rests.ts';
import { transferTextKeys } from './text-keys-transfer.ts';
import { vaultTextKeys } from './text-keys-vault.ts';

/** Keys of `locales/en.yml` that the manifest and the browser's menus use. */
export const manifestTextKeys = [
  'languageTag',
  'extensionName',
  'extensionDescription',
  'commandFill',
  'commandAdd',
  'menuAdd',
  'menuAddLink',
  'commandLock',
  'badgeLocked',
  'badgeSeveral',
  'badgeRefused',
  'menuFill',
  'badgeUnfilled',
  'badgeCode',
  'badgePerhapsCode',
  'badgeBackup',
  'badgePending',
  'badgeReady',
  'notePressSubmit',
  'noteSentCode',
  'noteUsed',
  'noteEnding',
] as const;

/** Keys of `locales/en.yml` that the views use. */
export const viewTextKeys = [
  ...commonTextKeys,
  ...transferTextKeys,
  ...vaultTextKeys,
  ...keysTextKeys,
  ...pageTextKeys,
  ...accountTextKeys,
  ...helpTextKeys,
  ...importTextKeys,
  ...phoneTextKeys,
  ...copiesTextKeys,
  ...rescueTextKeys,
  ...policiesTextKeys,
  ...managerTextKeys,
  ...leaveTextKeys,
  ...restsTextKeys,
  ...typedTextKeys,
  ...deskTextKeys,
  ...placesTextKeys,
  ...healthTextKeys,
  ...habitsTextKeys,
  ...clearTextKeys,
] as const;

/** A key of the locale files; a test holds this list and `locales/en.yml` equal. */
export type TextKey = (typeof manifestTextKeys)[number] | (typeof viewTextKeys)[number] | PluralFormKey;
