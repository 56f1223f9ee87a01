import type { Entry } from '../../vault/entry.ts';
import { exportAegis, exportSealedAegis, type SealingKey } from './aegis-export.ts';
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
};

/** The formats of other apps that accounts can leave in, by the identifiers that screens and messages use. */
export const exportFormats = {
  'aegis-sealed': {
    app: 'Aegis',
    fileName: 'doorcode-aegis-encrypted.json',
    sealed: true,
    write: (entries, { key, randomBytes }) => exportSealedAegis(entries, key, randomBytes),
  },
  aegis: {
    app: 'Aegis',
    fileName: 'doorcode-aegis.json',
    sealed: false,
    write: async (entries, { randomBytes }) => exportAegis(entries, randomBytes),
  },
  'key-uris': {
    app: 'Ente Auth, KeePassXC, Proton Authenticator',
    fileName: 'doorcode-setup-links.txt',
    sealed: false,
    write: async (entries) => exportKeyUris(entries),
  },
  bitwarden: {
    app: 'Bitwarden',
    fileName: 'doorcode-bitwarden.json',
    sealed: false,
    write: async (entries, { randomBytes }) => exportBitwarden(entries, randomBytes),
  },
  'two-fas': {
    app: '2FAS',
    fileName: 'doorcode.2fas',
    sealed: false,
    write: async (entries, { randomBytes, nowUnixMs }) => exportTwoFas(entries, randomBytes, nowUnixMs),
  },
  'credential-exchange': {
    app: 'Credential Exchange (CXF)',
    fileName: 'doorcode-credential-exchange.json',
    sealed: false,
    write: async (entries, { randomBytes, nowUnixMs }) => exportCredentialExchange(entries, randomBytes, nowUnixMs),
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

/** The identifier of a format. */
export type ExportFormatId = keyof typeof exportFormats;
