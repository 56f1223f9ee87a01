import type { Result } from '../../result.ts';
import type { Entry } from '../../vault/entry.ts';
import { parseJsonText } from '../../vault/shape.ts';
import { readAegis } from '../foreign/aegis.ts';
import { readBitwardenItems } from '../foreign/bitwarden.ts';
import { readCredentialExchange } from '../foreign/credential-exchange.ts';
import type { ForeignError } from '../foreign/foreign-error.ts';
import type { ForeignContent } from '../foreign/foreign-format.ts';
import { readKeyUriLines } from '../foreign/key-uri-lines.ts';
import { readTwoFas } from '../foreign/two-fas.ts';
import { aegisKeyOf, exportAegis, exportSealedAegis, type SealingKey } from './aegis-export.ts';
import { exportBitwarden } from './bitwarden-export.ts';
import { exportCredentialExchange } from './credential-exchange-export.ts';
import type { ExportedText, RandomBytes } from './export-format.ts';
import { exportKeyUris } from './key-uri-export.ts';
import { exportTwoFas } from './two-fas-export.ts';

/** What a file is written with; `key` is for the formats that seal, and null for the others. */
export type ExportHow = {
  readonly key: SealingKey | null;
  readonly randomBytes: RandomBytes;
  readonly nowUnixMs: number;
};

/** A format that other apps read. */
export type ExportFormat = {
  /** Its app as people call it. */
  readonly app: string;
  /** The name that a file of it is saved under. */
  readonly fileName: string;
  /** Whether a passphrase opens it; anybody can read the others. */
  readonly sealed: boolean;
  readonly write: (entries: readonly Entry[], how: ExportHow) => Promise<ExportedText>;
  /** Reads a file of it as our own importer does; a sealed one by its key. */
  readonly read: (text: string, key: SealingKey | null) => Promise<Result<ForeignContent, ForeignError>>;
};

/** The formats of other apps that accounts can leave in, by the identifiers that screens and messages use. */
export const exportFormats = {
  'aegis-sealed': {
    app: 'Aegis',
    fileName: 'doorcode-aegis-encrypted.json',
    sealed: true,
    write: (entries, { key, randomBytes }) => exportSealedAegis(entries, key, randomBytes),
    read: (text, key) => readAegis(parseJsonText(text), key === null ? null : aegisKeyOf(key)),
  },
  aegis: {
    app: 'Aegis',
    fileName: 'doorcode-aegis.json',
    sealed: false,
    write: async (entries, { randomBytes }) => exportAegis(entries, randomBytes),
    read: (text) => readAegis(parseJsonText(text), null),
  },
  'key-uris': {
    app: 'Ente Auth, KeePassXC, Proton Authenticator',
    fileName: 'doorcode-setup-links.txt',
    sealed: false,
    write: async (entries) => exportKeyUris(entries),
    read: async (text) => readKeyUriLines(text),
  },
  bitwarden: {
    app: 'Bitwarden',
    fileName: 'doorcode-bitwarden.json',
    sealed: false,
    write: async (entries, { randomBytes }) => exportBitwarden(entries, randomBytes),
    read: async (text) => readBitwardenItems(parseJsonText(text)),
  },
  'two-fas': {
    app: '2FAS',
    fileName: 'doorcode.2fas',
    sealed: false,
    write: async (entries, { randomBytes, nowUnixMs }) => exportTwoFas(entries, randomBytes, nowUnixMs),
    read: async (text) => readTwoFas(parseJsonText(text)),
  },
  'credential-exchange': {
    app: 'Credential Exchange (CXF)',
    fileName: 'doorcode-credential-exchange.json',
    sealed: false,
    write: async (entries, { randomBytes, nowUnixMs }) => exportCredentialExchange(entries, randomBytes, nowUnixMs),
    read: async (text) => readCredentialExchange(parseJsonText(text)),
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

/** The identifier of a format. */
export type ExportFormatId = keyof typeof exportFormats;
