// Reads a sealed vault or a backup with node:crypto alone, so that no customer's accounts depend on our own code.
//
//   DOORCODE_PASSPHRASE='…' node scripts/read-vault.mjs FILE        (or the passphrase on standard input)
//   DOORCODE_EMERGENCY_KEY='…' node scripts/read-vault.mjs FILE
//
// FILE is the value of `vault.a` or `vault.b`, a backup file, or the file of all copies that the rescue screen saves, of which the newest
// whole one is read. One account a line, as JSON, secret in base32.
// Formats: docs/vault-format.md, docs/backup-format.md. This file imports nothing of Doorcode's: it is also their proof.
import * as crypto from 'node:crypto';
import { readFileSync } from 'node:fs';

// A name must not turn the line, move the cursor or colour the terminal: what is not seen is printed as JSON escapes it, and stays the same JSON.
const printable = (text) =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

const fail = (why) => {
  console.error(printable(why));
  process.exit(1);
};

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // Node's own words would quote the file.
    return fail('Damaged: not the text of a file of Doorcode.');
  }
}

const bytes = (text) => Buffer.from(text, 'base64');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash('sha256')).digest();
const hmac = (key, ...parts) =>
  parts.reduce((hash, part) => hash.update(part), crypto.createHmac('sha256', key)).digest();
const hkdf = (key, info, salt = '') => Buffer.from(crypto.hkdfSync('sha256', key, salt, info, 32));
const isSame = (one, other) => one.length === other.length && crypto.timingSafeEqual(one, other);

function open(key, nonce, additionalData, sealed) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(additionalData);
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

function derive(passphrase, { name, N, r, p, salt, c }) {
  const text = passphrase.normalize('NFC');
  if (name === 'pbkdf2-sha256' && c >= 600_000 && c <= 10_000_000) {
    return crypto.pbkdf2Sync(text, bytes(salt), c, 32, 'sha256');
  }
  if (name !== 'scrypt') fail(`A key derivation that this reader does not know: ${name}.`);
  const sane = N >= 2 ** 15 && N <= 2 ** 20 && Number.isInteger(Math.log2(N)) && r === 8 && p >= 1 && p <= 4;
  if (!sane) fail('The file asks for key derivation out of bounds.');
  return crypto.scryptSync(text, bytes(salt), 32, { N, r, p, maxmem: 2 ** 31 });
}

// Crockford's base32; the last four letters only guard against slips, so a wrong key fails later.
function emergencyKey(typed, salt) {
  const letters = [...typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')];
  const places = letters.map((letter) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter));
  if (places.length !== 36 || places.includes(-1)) fail('That is no emergency key.');
  const number = places.slice(0, 32).reduce((sum, place) => sum * 32n + BigInt(place), 0n);
  return hkdf(Buffer.from(number.toString(16).padStart(40, '0'), 'hex'), 'doorcode recovery code', bytes(salt));
}

// RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, export only.
const kem = Buffer.from('4b454d0020', 'hex');
const suite = Buffer.from('48504b4500200001ffff', 'hex');
const extract = (name, salt, label, secret) => hmac(salt, 'HPKE-v1', name, label, secret);
const expand = (name, key, label, info) => hmac(key, '\0\x20HPKE-v1', name, label, info, '\x01');
const spki = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The data key and the check key of a slot; null for another slot's key. */
function openSlot(slot, kek, format, id) {
  const seed = expand(kem, extract(kem, '', 'dkp_prk', kek), 'sk', '');
  const privateKey = crypto.createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = crypto.createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  if (!isSame(publicKey, bytes(slot.publicKey))) return null;
  const sent = bytes(slot.encapsulated);
  const sender = crypto.createPublicKey({ key: Buffer.concat([spki, sent]), format: 'der', type: 'spki' });
  const agreed = crypto.diffieHellman({ privateKey, publicKey: sender });
  const shared = expand(kem, extract(kem, '', 'eae_prk', agreed), 'shared_secret', Buffer.concat([sent, publicKey]));
  const { name, N, r, p, c, salt } = slot.kdf ?? slot;
  const derivation = [name, N, r, p, c, salt].filter((value) => value !== undefined);
  const info = JSON.stringify([`${format} slot`, id, slot.id, slot.kind, ...derivation, slot.publicKey]);
  const hashes = [extract(suite, '', 'psk_id_hash', 'doorcode slot'), extract(suite, '', 'info_hash', info)];
  const secret = extract(suite, shared, 'secret', hkdf(kek, 'doorcode slot psk'));
  const exporter = expand(suite, secret, 'exp', Buffer.concat([Buffer.of(1), ...hashes]));
  const key = open(expand(suite, exporter, 'sec', 'key'), Buffer.alloc(12), '', bytes(slot.key));
  return { dataKey: key ?? fail('Altered: nothing was released.'), checkKey: expand(suite, exporter, 'sec', 'check') };
}

/** What the passphrase of a slot costs; a single one may cost 2^23 · 10^7. */
function costOf({ N, p, m, t, c }) {
  if (N !== undefined) return Math.abs(N * p * 2 * 10_000_000);
  return Math.abs(m === undefined ? c * 2 ** 23 : m * t * 10_000_000);
}

/** The first slot that opens by what was given, with its place. */
function openAny(slots, format, id) {
  const cost = slots.reduce((sum, { kind, kdf }) => sum + (kind === 'passphrase' ? costOf(kdf) : 0), 0);
  if (!(cost <= 2 ** 23 * 10_000_000)) fail('Damaged: the file asks for key derivation out of bounds.');
  for (const [index, slot] of slots.entries()) {
    const { passphrase, emergency } = given();
    const kek =
      slot.kind === 'passphrase' && emergency === undefined
        ? derive(passphrase, slot.kdf)
        : slot.kind === 'recovery' && emergency !== undefined
          ? emergencyKey(emergency, slot.salt)
          : null;
    const opened = kek === null ? null : openSlot(slot, kek, format, id);
    if (opened !== null) return { ...opened, index };
  }
  return null;
}

function openVault1(header) {
  const slot = header.slots.find(({ kind }) => kind === 'passphrase');
  if (slot === undefined) fail('This vault has no passphrase slot.');
  const { name, N, r, p, salt } = slot.kdf;
  const context = JSON.stringify(['doorcode-vault/1 slot', header.id, slot.id, slot.kind, name, N, r, p, salt]);
  return open(derive(given().passphrase, slot.kdf), bytes(slot.nonce), Buffer.from(context), bytes(slot.key));
}

function readVault(file) {
  const intact = sha256([file.format, file.header, file.data].join('\n')).toString('hex') === file.sha256;
  if (!intact) fail('Damaged: the checksum does not fit.');
  const headerBytes = bytes(file.header);
  const header = parse(headerBytes.toString('utf8'));
  if (header.version !== 1 && header.version !== 2) fail(`Written by a newer version (${header.version}).`);
  const key = header.version === 1 ? openVault1(header) : openAny(header.slots, 'doorcode-vault/2', header.id)?.dataKey;
  if (!key) fail('Wrong passphrase.');
  return open(key, bytes(header.nonce), headerBytes, bytes(file.data)) ?? fail('Altered: nothing was released.');
}

/** What can be told of a copy without a key; null for one that is damaged or of a newer version. */
function headerOf(text) {
  try {
    const { format, header, data, sha256: sum } = JSON.parse(text);
    if (sha256([format, header, data].join('\n')).toString('hex') !== sum) return null;
    const read = JSON.parse(bytes(header).toString('utf8'));
    return read.version <= 2 ? read : null;
  } catch {
    return null;
  }
}

function readRescue({ copies, setAside }) {
  const all = [...copies, ...setAside.map((text) => ({ place: 'set aside', text }))];
  const whole = all.flatMap(({ place, text }) => {
    const header = headerOf(text);
    return header === null ? [] : [{ place, text, header }];
  });
  const [newest] = whole.toSorted((one, other) => other.header.generation - one.header.generation);
  if (newest === undefined) fail('Damaged: no copy of these is whole.');
  const { place, header } = newest;
  console.error(
    printable(`Reading the newest of ${whole.length} whole copies: ${place}, number ${header.generation}.`),
  );
  return readVault(parse(newest.text));
}

function openBackup1(header, headerBytes, check) {
  const kek = derive(given().passphrase, header.kdf);
  if (!isSame(hmac(hkdf(kek, 'doorcode-backup/1 check'), headerBytes), bytes(check))) return null;
  const context = Buffer.from(`doorcode-backup/1 slot ${header.id}`);
  const key = open(hkdf(kek, 'doorcode-backup/1 kek'), bytes(header.keyNonce), context, bytes(header.key));
  return key ?? fail('Altered: nothing was released.');
}

function openBackup2(header, headerBytes, check) {
  const opened = openAny(header.slots, 'doorcode-backup/2', header.id);
  if (opened === null) return null;
  const isVouchedFor = isSame(hmac(opened.checkKey, headerBytes), bytes(check[opened.index] ?? ''));
  return isVouchedFor ? opened.dataKey : fail('Altered: nothing was released.');
}

function readBackup(file) {
  const { format, version, help, header: headerText, check, data } = file;
  const covered = version === 1 ? [headerText, check, data] : [help, headerText, ...check, data];
  const intact = sha256([format, version, ...covered].join('\n')).toString('hex') === file.sha256;
  if (!intact) console.error('The checksum does not fit; trying all the same.');
  if (version !== 1 && version !== 2) fail(`Written by a newer version (${version}).`);
  const headerBytes = bytes(headerText);
  const header = parse(headerBytes.toString('utf8'));
  const openKey = version === 1 ? openBackup1 : openBackup2;
  const fileKey = openKey(header, headerBytes, check) ?? fail(intact ? 'Wrong passphrase.' : 'Damaged.');
  const label = `doorcode-backup/${version}`;
  const plain = open(hkdf(fileKey, `${label} data`), bytes(header.nonce), sha256(label, headerBytes), bytes(data));
  return plain ?? fail('Altered: nothing was released.');
}

function base32(data) {
  let bits = '';
  for (const byte of data) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

const path = process.argv[2] ?? fail('Usage: node scripts/read-vault.mjs FILE');
const file = parse(readFileSync(path, 'utf8'));
let typed;
function given() {
  const { DOORCODE_PASSPHRASE: passphrase, DOORCODE_EMERGENCY_KEY: emergency } = process.env;
  if (emergency === undefined) typed ??= passphrase ?? readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  return { passphrase: typed, emergency };
}
const readers = { 'doorcode-vault': readVault, 'doorcode-backup': readBackup, 'doorcode-rescue': readRescue };
const reader = Object.hasOwn(readers, file.format) ? readers[file.format] : fail('Not a file of Doorcode.');
const content = parse(reader(file).toString('utf8'));
if (![1, 2, 3, 4, 5, 6, 7, 8].includes(content.schema)) fail(`The accounts are of a newer schema (${content.schema}).`);
// Removed accounts come after the others, with the time of their removal.
const removed = (content.trash ?? []).map(({ entry, trashedUnixMs }) => ({ ...entry, trashedUnixMs }));
for (const { parameters, ...entry } of [...content.entries, ...removed]) {
  const account = { ...entry, parameters: { ...parameters, secret: base32(bytes(parameters.secret)) } };
  console.log(printable(JSON.stringify(account)));
}
