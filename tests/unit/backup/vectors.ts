import { readFileSync } from 'node:fs';

/** docs/vectors/backup-2.json: files in the field never change, so neither do their vectors. */
export type Vectors = {
  readonly passphrase: string;
  readonly emergencyKey: string;
  readonly entries: readonly (Record<string, unknown> & { readonly uri: string })[];
  readonly files: readonly {
    readonly name: 'scrypt' | 'argon2id' | 'pbkdf2-sha256';
    readonly text: string;
    readonly steps: Readonly<Record<string, string>>;
  }[];
  readonly verdicts: readonly { readonly verdict: string; readonly why: string; readonly text: string }[];
};

export const vectors: Vectors = JSON.parse(readFileSync('docs/vectors/backup-2.json', 'utf8'));
