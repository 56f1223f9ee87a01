import { describe, expect, it } from 'vitest';
import { filledIn, unpacked } from '../../../lib/browser/packed-texts.ts';
import { localeNames, localeOf } from '../../../scripts/messages/all-locales.ts';
import { type Messages, packMessages } from '../../../scripts/pack-messages.ts';

const english = { name: { message: 'Doorcode' }, back: { message: 'Back' }, add: { message: 'Add $1 to $2' } };
const japanese = {
  name: { message: 'Doorcode' },
  add: { message: '$2 に $1 を追加' },
  countMany: { message: '$1 個' },
};

/** What a browser in a language says for a key: what the language lacks, the default language has. */
const browserIn = (language: string, packed: ReadonlyMap<string, Messages>) => (key: string) =>
  (packed.get(language)?.[key] ?? packed.get('en')?.[key])?.message ?? '';

describe('the sentences that are packed into one message', () => {
  const packed = packMessages(
    new Map<string, Messages>(Object.entries({ en: english, ja: japanese })),
    'en',
    new Set(['name']),
  );

  it('are the same by their keys in each language, also where a key is in one of them alone', () => {
    const inEnglish = unpacked(browserIn('en', packed));
    const inJapanese = unpacked(browserIn('ja', packed));
    expect(inEnglish?.get('back')).toBe('Back');
    expect(filledIn(inEnglish?.get('add') ?? '', ['ada', 'Harbour'])).toBe('Add ada to Harbour');
    expect(filledIn(inJapanese?.get('add') ?? '', ['ada', 'Harbour'])).toBe('Harbour に ada を追加');
    expect(filledIn(inJapanese?.get('countMany') ?? '', ['3'])).toBe('3 個');
  });

  it('take a dollar sign in what is put in as it is', () => {
    expect(filledIn(unpacked(browserIn('en', packed))?.get('add') ?? '', ['$2', '§1'])).toBe('Add $2 to §1');
  });

  it('leave those of the manifest, which the browser reads by itself, where they were', () => {
    expect(packed.get('ja')?.name).toEqual({ message: 'Doorcode' });
    expect(Object.keys(packed.get('ja') ?? {})).toEqual(['name', 'texts']);
  });

  it.each(['two\nlines', 'paragraph § 5', 'costs $ 5'])(
    'cannot hold what parts them or stands for a place: %j',
    (message) => {
      expect(() => packMessages(new Map([['en', { cost: { message } }]]), 'en', new Set())).toThrow('cost has a');
    },
  );

  it('come out of every language of the project as they are in its file', () => {
    const languages = new Map<string, Messages>(
      localeNames.map((name) => [
        name,
        Object.fromEntries([...localeOf(name)].map(([key, { text }]) => [key, { message: text }])),
      ]),
    );
    const all = packMessages(languages, 'en', new Set());
    expect(all.size).toBe(12);
    for (const [language, messages] of languages) {
      const texts = unpacked(browserIn(language, all));
      for (const [key, { message }] of Object.entries(messages))
        expect([language, key, filledIn(texts?.get(key) ?? '', ['$1', '$2', '$3', '$4', '$5'])]).toEqual([
          language,
          key,
          message,
        ]);
    }
  });
});

it('messages that are not packed, as after a change under npm run dev, are none', () => {
  expect(unpacked((key) => (key === 'back' ? 'Back' : ''))).toBeNull();
});
