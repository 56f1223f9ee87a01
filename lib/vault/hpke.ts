import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../otp/parameters.ts';
import { joined, utf8 } from './bytes.ts';

// RFC 9180 §7: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, and no AEAD of its own, as only secrets are exported.
const KEM_SUITE = joined(utf8('KEM'), Uint8Array.of(0x00, 0x20));
const SUITE = joined(utf8('HPKE'), Uint8Array.of(0x00, 0x20, 0x00, 0x01, 0xff, 0xff));
const MODE_PSK = Uint8Array.of(0x01);
const NOTHING = new Uint8Array(0);
const LENGTH = 32;

/** A key pair of X25519 (RFC 7748); both halves are 32 bytes. */
export type KeyPair = { readonly privateKey: Bytes; readonly publicKey: Bytes };

/** What sender and receiver of one message share beforehand: 32 secret bytes and a name for them, and what the message is about. */
export type Agreement = { readonly psk: Bytes; readonly pskId: Bytes; readonly info: Bytes };

/** Gives 32 bytes for a purpose, known to the sender and the receiver of one message alone (RFC 9180 §5.3). */
export type Exporter = (purpose: string) => Bytes;

const labeledExtract = (suite: Bytes, salt: Bytes, label: string, secret: Bytes): Bytes =>
  new Uint8Array(extract(sha256, joined(utf8('HPKE-v1'), suite, utf8(label), secret), salt));

const labeledExpand = (suite: Bytes, key: Bytes, label: string, info: Bytes): Bytes =>
  new Uint8Array(
    expand(sha256, key, joined(Uint8Array.of(0, LENGTH), utf8('HPKE-v1'), suite, utf8(label), info), LENGTH),
  );

// RFC 8410 §7: everything of a PKCS #8 private key of X25519 that comes before its 32 bytes.
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);

const importPrivate = (privateKey: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', joined(PKCS8, privateKey), 'X25519', true, ['deriveBits']);

async function publicOf(privateKey: Bytes): Promise<Bytes> {
  const { x } = await crypto.subtle.exportKey('jwk', await importPrivate(privateKey));
  const binary = atob((x ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The key pair that 32 secret bytes always give (RFC 9180 §7.1.3, DeriveKeyPair). */
export async function deriveKeyPair(secret: Bytes): Promise<KeyPair> {
  const prk = labeledExtract(KEM_SUITE, NOTHING, 'dkp_prk', secret);
  const privateKey = labeledExpand(KEM_SUITE, prk, 'sk', NOTHING);
  return { privateKey, publicKey: await publicOf(privateKey) };
}

/** Rejects for a public key of small order, as WebCrypto does (RFC 7748 §6.1). */
async function sharedSecret(privateKey: Bytes, publicKey: Bytes, context: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('raw', publicKey, 'X25519', true, []);
  const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, await importPrivate(privateKey), 256);
  const prk = labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', new Uint8Array(bits));
  return labeledExpand(KEM_SUITE, prk, 'shared_secret', context);
}

// RFC 9180 §5.1, KeySchedule in mode_psk.
function exporterOf(shared: Bytes, { psk, pskId, info }: Agreement): Exporter {
  const pskIdHash = labeledExtract(SUITE, NOTHING, 'psk_id_hash', pskId);
  const infoHash = labeledExtract(SUITE, NOTHING, 'info_hash', info);
  const secret = labeledExtract(SUITE, shared, 'secret', psk);
  const exporter = labeledExpand(SUITE, secret, 'exp', joined(MODE_PSK, pskIdHash, infoHash));
  return (purpose) => labeledExpand(SUITE, exporter, 'sec', utf8(purpose));
}

/**
 * Begins a message to a public key (RFC 9180 §5.1.2, SetupPSKS): who does not know the psk can neither write nor read one.
 * @param ephemeralSecret 32 fresh random bytes
 * @returns the 32-byte key that travels with the message, and the exporter
 */
export async function setupSender(
  publicKey: Bytes,
  agreement: Agreement,
  ephemeralSecret: Bytes,
): Promise<{ readonly encapsulated: Bytes; readonly exporter: Exporter }> {
  const { privateKey, publicKey: encapsulated } = await deriveKeyPair(ephemeralSecret);
  const shared = await sharedSecret(privateKey, publicKey, joined(encapsulated, publicKey));
  return { encapsulated, exporter: exporterOf(shared, agreement) };
}

/** The exporter of a message that came with this 32-byte key; null for one that no sender could have sent. */
export async function setupReceiver(
  pair: KeyPair,
  agreement: Agreement,
  encapsulated: Bytes,
): Promise<Exporter | null> {
  try {
    const context = joined(encapsulated, pair.publicKey);
    return exporterOf(await sharedSecret(pair.privateKey, encapsulated, context), agreement);
  } catch {
    return null;
  }
}
