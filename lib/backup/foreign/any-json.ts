import { ok } from '../../result.ts';
import { contentOf, type ForeignFormat, MOST_ITEMS } from './foreign-format.ts';
import { isKeyLine, readKeyUri, readKeyUriLines } from './key-uri-lines.ts';

/** Adds the setup links anywhere in a JSON value, each once, in its order; the depth of a file is bounded before. */
function collectLinks(value: unknown, found: Set<string>): void {
  if (found.size > MOST_ITEMS) return;
  if (typeof value === 'string') {
    if (isKeyLine(value)) found.add(value.trim());
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectLinks(inner, found);
  }
}

function linksIn(json: unknown): readonly string[] {
  const found = new Set<string>();
  collectLinks(json, found);
  return [...found];
}

/** Any other JSON that has setup links somewhere, as those of older add-ons have. */
export const anyJson: ForeignFormat = {
  id: 'any-json',
  app: 'other apps',
  appShown: '',
  reads: 'any other JSON with setup links in it',
  source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
  recognise: ({ json }) => typeof json === 'object' && json !== null && linksIn(json).length > 0,
  async read({ json }) {
    const links = linksIn(json);
    const batches = links.some((link) => /^otpauth-migration:/i.test(link));
    return batches ? readKeyUriLines(links.join('\n')) : ok(contentOf(links.map(readKeyUri)));
  },
};
