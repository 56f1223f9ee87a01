import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { localeNames, localeOf } from './messages/all-locales.ts';
import { localeFaults } from './messages/locale-faults.ts';
import { englishPage, translatedPage } from './messages/page.ts';

const docs = resolve(import.meta.dirname, '../docs');
const english = localeOf('en');
const others = localeNames.filter((name) => name !== 'en');
mkdirSync(resolve(docs, 'messages'), { recursive: true });
writeFileSync(resolve(docs, 'messages.md'), englishPage(english, others));
for (const name of others)
  writeFileSync(resolve(docs, `messages/${name}.md`), translatedPage(name, localeOf(name), english));

const faults = localeNames.flatMap((name) =>
  localeFaults(name, localeOf(name), english).map((fault) => `locales/${name}.yml: ${fault}`),
);
for (const fault of faults) console.error(fault);
console.log(`${localeNames.length} languages, ${english.size} English messages, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
