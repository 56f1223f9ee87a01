// Reads a sealed vault or a backup with node:crypto alone, so that no customer's accounts depend on our own code.
//
//   DOORCODE_PASSPHRASE='…' node scripts/read-vault.mjs FILE        (or the passphrase on standard input)
//
// FILE is the value of `vault.a` or `vault.b`, or a backup file. One account a line, as JSON, secret in base32.
// Formats: docs/vault-format.md. This file imports nothing of Doorcode's: it is also the proof of that page.
import { createDecipheriv, createHash, createHmac, hkdfSync, scryptSync, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

const fail = (why) => {
  console.error(why);
  process.exit(1);
};

const bytes = (text) => Buffer.from(text, 'base64');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function open(key, nonce, additionalData, sealed) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(additionalData);
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

function derive(passphrase, { N, r, p, salt }) {
  const sane = N >= 2 ** 15 && N <= 2 ** 20 && Number.isInteger(Math.log2(N)) && r === 8 && p >= 1 && p <= 4;
  if (!sane) fail('The file asks for key derivation out of bounds.');
  return scryptSync(passphrase.normalize('NFC'), bytes(salt), 32, { N, r, p, maxmem: 2 ** 31 });
}

function readVault(file, passphrase) {
  const intact = sha256([file.format, file.header, file.data].join('\n')).toString('hex') === file.sha256;
  if (!intact) fail('Damaged: the checksum does not fit.');
  const headerBytes = bytes(file.header);
  const header = JSON.parse(headerBytes.toString('utf8'));
  if (header.version !== 1) fail(`Written by a newer version (${header.version}).`);
  const slot = header.slots.find(({ kind }) => kind === 'passphrase');
  if (slot === undefined) fail('This vault has no passphrase slot.');
  const { name, N, r, p, salt } = slot.kdf;
  const context = JSON.stringify(['doorcode-vault/1 slot', header.id, slot.id, slot.kind, name, N, r, p, salt]);
  const dataKey = open(derive(passphrase, slot.kdf), bytes(slot.nonce), Buffer.from(context), bytes(slot.key));
  if (dataKey === null) fail('Wrong passphrase.');
  return open(dataKey, bytes(header.nonce), headerBytes, bytes(file.data)) ?? fail('Altered: nothing was released.');
}

function readBackup(file, passphrase) {
  if (file.version !== 1) fail(`Written by a newer version (${file.version}).`);
  const parts = [file.format, file.version, file.header, file.check, file.data];
  const intact = sha256(parts.join('\n')).toString('hex') === file.sha256;
  if (!intact) console.error('The checksum does not fit; trying all the same.');
  const headerBytes = bytes(file.header);
  const header = JSON.parse(headerBytes.toString('utf8'));
  const kek = derive(passphrase, header.kdf);
  const purpose = (key, name) => Buffer.from(hkdfSync('sha256', key, '', `doorcode-backup/1 ${name}`, 32));
  const check = createHmac('sha256', purpose(kek, 'check')).update(headerBytes).digest();
  const given = bytes(file.check);
  if (given.length !== 32 || !timingSafeEqual(check, given)) fail(intact ? 'Wrong passphrase.' : 'Damaged.');
  const slotContext = Buffer.from(`doorcode-backup/1 slot ${header.id}`);
  const fileKey = open(purpose(kek, 'kek'), bytes(header.keyNonce), slotContext, bytes(header.key));
  if (fileKey === null) fail('Altered: nothing was released.');
  const context = sha256('doorcode-backup/1', headerBytes);
  const plain = open(purpose(fileKey, 'data'), bytes(header.nonce), context, bytes(file.data));
  return plain ?? fail('Altered: nothing was released.');
}

function base32(data) {
  let bits = '';
  for (const byte of data) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

const path = process.argv[2] ?? fail('Usage: node scripts/read-vault.mjs FILE');
const file = JSON.parse(readFileSync(path, 'utf8'));
const passphrase = process.env.DOORCODE_PASSPHRASE ?? readFileSync(0, 'utf8').replace(/\r?\n$/, '');
const readers = { 'doorcode-vault': readVault, 'doorcode-backup': readBackup };
const reader = Object.hasOwn(readers, file.format) ? readers[file.format] : fail('Not a file of Doorcode.');
const content = JSON.parse(reader(file, passphrase).toString('utf8'));
if (![1, 2, 3, 4].includes(content.schema)) fail(`The accounts are of a newer schema (${content.schema}).`);
// Removed accounts come after the others, with the time of their removal.
const removed = (content.trash ?? []).map(({ entry, trashedUnixMs }) => ({ ...entry, trashedUnixMs }));
for (const { parameters, ...entry } of [...content.entries, ...removed]) {
  console.log(JSON.stringify({ ...entry, parameters: { ...parameters, secret: base32(bytes(parameters.secret)) } }));
}
