/** Most characters of one text that a message may carry: longer than any QR symbol can hold (ISO/IEC 18004: 7089 digits). */
export const MAX_TEXT_LENGTH = 8_192;

/** Most characters of a key URI that our own page wrote; their reader has the same bound. */
export const MAX_WRITTEN_URI_LENGTH = 16_384;

/** Most characters of a code as it was typed, with everything that may stand around its digits. */
export const MAX_TYPED_LENGTH = 64;

/** Most characters of a user name: an e-mail address has no more (RFC 5321 §4.5.3.1.3, without its brackets). */
export const MAX_NAME_LENGTH = 254;

/** Most accounts that one request may export; a vault holds no more. */
export const MAX_EXPORTED = 10_000;

/** Most characters of a group's name; the vault has the same bound. */
export const MAX_GROUP_LENGTH = 40;

/** Most sites that an account has. */
export const MAX_SITES = 64;

/** Most texts that one scan may report. */
export const MAX_TEXTS = 64;

/** Most characters of a backup file that a message may carry; the backup format has the same bound. */
export const MAX_BACKUP_LENGTH = 16 * 2 ** 20;
