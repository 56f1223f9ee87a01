import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Trace, tracesOf, tracesOfText } from './encodings.ts';

/** Something that must not lie on disk, by a name that may be printed. */
export type Secret = { readonly name: string; readonly traces: readonly Trace[] };

/** Secret bytes: an account's key, a key of the vault. */
export const secretBytes = (name: string, bytes: Uint8Array): Secret => ({ name, traces: tracesOf(bytes) });

/** A secret text: a passphrase as it is typed. */
export const secretText = (name: string, text: string): Secret => ({ name, traces: tracesOfText('plain', text) });

/** What a scan saw: how many bytes, and each secret with where and how it lies there. */
export type Scan = { readonly bytes: number; readonly found: readonly string[] };

const within = (name: string, bytes: Buffer, { name: secret, traces }: Secret): readonly string[] =>
  traces.flatMap(({ encoding, parts }) =>
    parts.some((part) => bytes.includes(part)) ? [`${secret} as ${encoding} in ${name}`] : [],
  );

/** Looks through every file of a profile for secrets, in every encoding. */
export function scanProfile(profile: string, secrets: readonly Secret[]): Scan {
  let bytes = 0;
  const found: string[] = [];
  for (const file of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const content = readFileSync(join(file.parentPath, file.name));
    bytes += content.length;
    for (const secret of secrets) found.push(...within(file.name, content, secret));
  }
  return { bytes, found };
}
