import type { Wxt, WxtHooks } from 'wxt';
import { PACKED, PARTING, PLACE } from '../lib/browser/packed-texts.ts';

/** What WXT makes of one language's file: `_locales/…/messages.json`. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** A sentence as it lies among the others. */
function packed(key: string, text: string): string {
  if (text.includes(PARTING) || text.includes(PLACE)) throw new Error(`${key} has a character that parts sentences`);
  const sentence = text.replace(/\$(?=\d)/g, PLACE);
  if (sentence.includes('$')) throw new Error(`${key} has a dollar sign, which the browser would read`);
  return sentence;
}

/**
 * Puts the sentences of every language into one message, in the order of one list of keys that the default language has:
 * the names and brackets around each sentence took a quarter of each file's place in the package.
 * @param apart keys that the manifest names, which the browser reads by itself
 */
export function packMessages(
  languages: ReadonlyMap<string, Messages>,
  fallback: string,
  apart: ReadonlySet<string>,
): ReadonlyMap<string, Messages> {
  const own = languages.get(fallback) ?? {};
  const all = new Set([own, ...languages.values()].flatMap((one) => Object.keys(one)));
  const keys = [...all].filter((key) => !apart.has(key));
  return new Map(
    [...languages].map(([language, messages]) => {
      const kept = Object.entries(messages).filter(([key]) => apart.has(key));
      const texts = keys.map((key) => packed(key, messages[key]?.message ?? '')).join(PARTING);
      const named = language === fallback ? { [PACKED.keys]: { message: keys.join(PARTING) } } : {};
      return [language, { ...Object.fromEntries(kept), [PACKED.texts]: { message: texts }, ...named }];
    }),
  );
}

type Files = Parameters<WxtHooks['build:publicAssets']>[1];

const named = /^_locales[\\/](\w+)[\\/]messages\.json$/;

/** Packs the files of messages that WXT is about to write; `manifest` is searched for the keys that the browser reads by itself. */
export function packLocales({ config }: Wxt, files: Files): void {
  const apart = new Set([...JSON.stringify(config.manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key));
  const found = files.flatMap((file) => {
    const [, language] = named.exec(file.relativeDest) ?? [];
    return language === undefined || !('contents' in file) ? [] : [{ language, file }];
  });
  const languages = new Map(
    found
      .map(({ language, file }): [string, Messages] => [language, JSON.parse(file.contents)])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  const packedOnes = packMessages(languages, config.manifest.default_locale ?? 'en', apart);
  for (const { language, file } of found) file.contents = JSON.stringify(packedOnes.get(language));
}
