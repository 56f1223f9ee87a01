import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the accepted pictures are. */
export const acceptedFolder = fileURLToPath(new URL('../../../pictures/', import.meta.url));
/** Where a run leaves what it took. */
export const runFolder = fileURLToPath(new URL('../../../../.output/pictures/', import.meta.url));
/** The pictures of the last run. */
export const takenFolder = `${runFolder}taken/`;

/** The two directions of writing, each by a language. */
export const languages = ['en', 'ar'] as const;
export const schemes = ['light', 'dark'] as const;
/** The folders of pictures: each language in each theme. */
export const kinds = languages.flatMap((language) => schemes.map((scheme) => `${language}-${scheme}`));

/** The pictures under a folder, each as `KIND/SCREEN`. */
export const picturesIn = (folder: string): readonly string[] =>
  kinds.flatMap((kind) =>
    existsSync(`${folder}${kind}`)
      ? readdirSync(`${folder}${kind}`)
          .filter((file) => file.endsWith('.png'))
          .map((file) => `${kind}/${file.slice(0, -4)}`)
          .toSorted()
      : [],
  );
