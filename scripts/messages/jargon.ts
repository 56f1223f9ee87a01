/** Words of the makers that no screen shows, in every language; whole words. */
const everywhere = ['otpauth', 'totp', 'hotp', 'uri', 'slots?', 'vaults?', 'issuers?', 'origins?', 'drift'];

/** What a language makes of them, and of entry and time step, where its word says nothing to a customer. Parts of words. */
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  en: ['\\bentr(?:y|ies)\\b', 'time.steps?\\b', '\\bsecrets?\\b'],
  de: ['tresor', 'eintr(?:ag|äg)', 'aussteller', 'zeitschritt', 'ursprung', 'geheimnis'],
  es: ['bóveda', 'ranura', 'emisor', 'caja fuerte', 'paso de tiempo', 'deriva\\b'],
  fr: ['coffre', 'émetteur', 'pas de temps', 'dérive', 'jeton'],
  it: ['cassaforte', 'emittente', 'passo temporale', 'deriva\\b'],
  'pt-BR': ['cofre', 'emissor', 'intervalo de tempo', 'deriva\\b'],
  pl: ['sejf', 'skarb', 'wystawc', 'krok czasow', 'dryf'],
  tr: ['\\bkasa', '\\byuva', 'yayıncı', 'zaman adımı'],
  ru: ['хранилищ', 'слот', 'эмитент', 'издател', 'дрейф', 'временно[йг]о? шаг'],
  ar: ['خزنة', 'خزينة', 'قبو(?!ل)', 'الجهة المصدرة', 'انحراف'],
  ja: ['保管庫', 'ボールト', 'スロット', '発行者', 'オリジン', 'ドリフト', 'エントリ', 'タイムステップ'],
  'zh-CN': ['保险库', '密码库', '槽位', '颁发者', '发行者', '条目', '时间步', '漂移'],
};

/** Finds a forbidden word in sentences of a language; throws for a language that the table lacks. */
export function jargonOf(tag: string): (text: string) => string | null {
  const own = byLanguage[tag];
  if (own === undefined) throw new Error(`scripts/messages/jargon.ts has no words for ${tag}`);
  const pattern = new RegExp([`(?<!\\p{L})(?:${everywhere.join('|')})(?!\\p{L})`, ...own].join('|'), 'iu');
  return (text) => pattern.exec(text)?.[0] ?? null;
}
