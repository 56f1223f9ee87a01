import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const target = /!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g;
const fence = /^(```|~~~)[\s\S]*?^\1/gm;
const span = /(`+)[\s\S]*?\1/g;

const leadsAway = (link: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//');

/** The text of a page as it is read: without what stands in it as code. */
const withoutCode = (markdown: string): string => markdown.replace(fence, '').replace(span, '');

/** What a page's links and pictures lead to, as they are written; addresses elsewhere are left out. */
export function linksOf(markdown: string): readonly string[] {
  const found = [...withoutCode(markdown).matchAll(target)].map(([, written, html]) => written ?? html ?? '');
  return found.filter((link) => link !== '' && !leadsAway(link));
}

/** The names by which a page's headings are linked, as GitHub makes them. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const titles = [...withoutCode(markdown.replaceAll('`', '')).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(
    ([, title]) => title ?? '',
  );
  const seen = new Map<string, number>();
  return new Set(
    titles.map((title) => {
      const name = title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-');
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return before === 0 ? name : `${name}-${before}`;
    }),
  );
}

/** A relative path with `/`, whatever the system writes. */
const named = (root: string, file: string): string => relative(root, file).replaceAll('\\', '/');

/** Every page in a folder and below it, by its path from the root. */
export function pagesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => named(root, join(root, folder, file)))
    .sort();
}

/** What is wrong with a page's links, each in a line; none where all lead to something inside the project. */
export function deadLinks(root: string, page: string): readonly string[] {
  const markdown = readFileSync(join(root, page), 'utf8');
  return linksOf(markdown).flatMap((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path));
    if (named(root, file).startsWith('..')) return [`${page}: ${link} leads out of the project`];
    if (!existsSync(file)) return [`${page}: ${link} is not there`];
    if (anchor === undefined || !file.endsWith('.md')) return [];
    return anchorsOf(readFileSync(file, 'utf8')).has(anchor) ? [] : [`${page}: ${link} has no such heading`];
  });
}

/** The pages that a page links to, by their path from the root. */
export function pagesLinkedFrom(root: string, page: string): ReadonlySet<string> {
  const links = linksOf(readFileSync(join(root, page), 'utf8')).map((link) => link.split('#')[0] ?? '');
  return new Set(links.map((path) => named(root, resolve(root, dirname(page), decodeURIComponent(path)))));
}
