import type { Entry } from '../vault/entry.ts';

/** One account of a backup file: whole, or named with the reason why it cannot be read. */
export type BackupItem =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | {
      readonly kind: 'unreadable';
      readonly issuer: string;
      readonly account: string;
      readonly reason: 'secret' | 'parameters' | 'fields' | 'newer';
    };
