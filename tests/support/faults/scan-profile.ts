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

type Part = { readonly bytes: Buffer; readonly named: string };

/** Finds parts by their first bytes, in one look at each byte of a file: there are thousands of them. */
function createFinder(secrets: readonly Secret[]): (content: Buffer) => ReadonlySet<string> {
  const starts = new Uint8Array(2 ** 16);
  const parts = new Map<number, Part[]>();
  for (const { name, traces } of secrets)
    for (const { encoding, parts: all } of traces)
      for (const bytes of all) {
        starts[bytes.readUInt16LE(0)] = 1;
        const start = bytes.readUInt32LE(0);
        parts.set(start, [...(parts.get(start) ?? []), { bytes, named: `${name} as ${encoding}` }]);
      }
  return (content) => {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= content.length; at += 1) {
      if (starts[content.readUInt16LE(at)] === 0) continue;
      for (const { bytes, named } of parts.get(content.readUInt32LE(at)) ?? [])
        if (content.subarray(at, at + bytes.length).equals(bytes)) found.add(named);
    }
    return found;
  };
}

/** The secrets that a content has in it, each with how it lies there. */
export const secretsIn = (content: Buffer, secrets: readonly Secret[]): ReadonlySet<string> =>
  createFinder(secrets)(content);

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

// A browser that runs writes a new file beside the old one and renames it.
const MOST_SCANS = 20;

/** Looks through every file of a profile for secrets, in every encoding; once more where one was renamed meanwhile. */
export function scanProfile(profile: string, secrets: readonly Secret[], scans = 1): Scan {
  const find = createFinder(secrets);
  let bytes = 0;
  const found: string[] = [];
  try {
    for (const file of readdirSync(profile, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const content = readFileSync(join(file.parentPath, file.name));
      bytes += content.length;
      for (const named of find(content)) found.push(`${named} in ${file.name}`);
    }
  } catch (error) {
    if (!isGone(error) || scans >= MOST_SCANS) throw error;
    return scanProfile(profile, secrets, scans + 1);
  }
  return { bytes, found };
}
