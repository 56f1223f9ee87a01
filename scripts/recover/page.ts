import type { BackupItem } from '../../lib/backup/backup-item.ts';
import type { BackupVerdict } from '../../lib/backup/doorcode-backup.ts';
import { formatKeyUri } from '../../lib/otp/key-uri.ts';
import { MAX_QR_TEXT_LENGTH } from '../../lib/otp/migration-format.ts';
import { qrModules } from '../../lib/qr/draw-code.ts';
import { openTyped } from './open-file.ts';

// The script of recover.html. One language and no framework: this page has to work in years, from a disk.

const words: Readonly<Record<BackupVerdict | 'too-costly', string>> = {
  unrecognised: 'This is not a saved copy of Doorcode. Look for a file named doorcode-backup.',
  'newer-version': 'A newer Doorcode wrote this file. It is whole; open it with a newer copy of this page.',
  damaged: 'This file is damaged: part of it is missing or was changed by accident. Try another copy of it.',
  'wrong-passphrase': 'That is not the passphrase or emergency key of this file. The file is whole; try again.',
  altered: 'Somebody changed this file. Nothing of it is shown. Use another copy of it.',
  'too-costly': 'This browser has too little memory to open this file. The file may be whole; try another computer.',
};
const reasons: Readonly<Record<Extract<BackupItem, { readonly kind: 'unreadable' }>['reason'], string>> = {
  secret: 'its setup key cannot be read',
  parameters: 'how its codes are made cannot be read',
  fields: 'some of its details cannot be read',
  newer: 'it needs a newer Doorcode',
};

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

const nameOf = (issuer: string, account: string): string => [issuer, account].filter((part) => part !== '').join(' – ');

function picture(text: string): SVGSVGElement {
  const modules = qrModules(text);
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${modules.length} ${modules.length}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'QR code of this account');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', dark.join(''));
  svg.append(path);
  return svg;
}

function row(item: BackupItem): HTMLLIElement {
  const made = document.createElement('li');
  if (item.kind === 'unreadable') {
    made.append(element('h2', nameOf(item.issuer, item.account) || 'An account'));
    made.append(element('p', `This account is not shown: ${reasons[item.reason]}.`));
    return made;
  }
  const uri = formatKeyUri(item.entry);
  const button = element('button', 'Show QR code');
  button.type = 'button';
  button.addEventListener('click', () => button.replaceWith(picture(uri)), { once: true });
  made.append(element('h2', nameOf(item.entry.issuer, item.entry.account) || 'An account'), element('code', uri));
  if (uri.length <= MAX_QR_TEXT_LENGTH) made.append(button);
  return made;
}

const [form, file, typed] = [
  find('form', HTMLFormElement),
  find('file', HTMLInputElement),
  find('typed', HTMLInputElement),
];
const [said, list] = [find('said', HTMLElement), find('accounts', HTMLElement)];

async function open(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (chosen === undefined) return;
  list.replaceChildren();
  said.textContent = 'Opening. This takes a second or two.';
  // The sentence is to be seen before the derivation stops the page.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const opened = await openTyped(await chosen.text(), typed.value).catch(() => null);
  if (!opened?.ok) {
    said.textContent = words[opened === null ? 'too-costly' : opened.error];
    return;
  }
  const { items, intact } = opened.value;
  const touched = intact ? '' : ' The file was changed outside its sealed part, which is whole.';
  said.textContent = `${items.length} accounts. Scan each QR code with an authenticator app, or paste its line there.${touched}`;
  list.replaceChildren(...items.map(row));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void open();
});
