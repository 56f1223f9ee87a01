import { AeadId, CipherSuite, DhkemX25519HkdfSha256, ExportOnly, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../lib/vault/bytes.ts';
import { deriveKeyPair, setupReceiver, setupSender } from '../../../lib/vault/hpke.ts';
import { filled, randomBytes } from './samples.ts';

const peer = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new ExportOnly() });
const agreement = { psk: filled(32, 9), pskId: utf8('slot'), info: utf8('about') };
const psk = { key: agreement.psk.buffer, id: agreement.pskId.buffer };
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('messages to a public key', () => {
  // RFC 9180, Appendix A.7.2 uses a longer ikm; the pair of Appendix A.1.1 (ikmR, skRm, pkRm) is of the same KEM.
  it('have the key pair of RFC 9180 Appendix A.1.1', async () => {
    const { privateKey, publicKey } = await deriveKeyPair(
      hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
    );
    expect(privateKey).toEqual(hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'));
    expect(publicKey).toEqual(hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'));
  });

  it('that an independent HPKE sent are read alike', async () => {
    for (let round = 0; round < 20; round += 1) {
      const pair = await deriveKeyPair(randomBytes(32));
      const recipientPublicKey = await peer.kem.deserializePublicKey(pair.publicKey.buffer);
      const sender = await peer.createSenderContext({ recipientPublicKey, psk, info: agreement.info.buffer });
      const exporter = await setupReceiver(pair, agreement, new Uint8Array(sender.enc));
      expect(exporter?.('key')).toEqual(new Uint8Array(await sender.export(utf8('key').buffer, 32)));
    }
  });

  it('are read alike by an independent HPKE', async () => {
    const secret = randomBytes(32);
    const pair = await deriveKeyPair(secret);
    const recipientKey = await peer.kem.deriveKeyPair(secret.buffer);
    const { encapsulated, exporter } = await setupSender(pair.publicKey, agreement, randomBytes(32));
    const options = { recipientKey, enc: encapsulated.buffer, psk, info: agreement.info.buffer };
    const recipient = await peer.createRecipientContext(options);
    expect(exporter('check')).toEqual(new Uint8Array(await recipient.export(utf8('check').buffer, 32)));
    expect(AeadId.ExportOnly).toBe(0xffff);
  });

  it('give other secrets to whoever has another psk, subject, key or purpose', async () => {
    const pair = await deriveKeyPair(filled(32, 1));
    const { encapsulated, exporter } = await setupSender(pair.publicKey, agreement, randomBytes(32));
    const secrets = [exporter('key'), exporter('check')];
    for (const [other, receiver] of [
      [{ ...agreement, psk: filled(32, 8) }, pair],
      [{ ...agreement, info: utf8('other') }, pair],
      [{ ...agreement, pskId: utf8('other') }, pair],
      [agreement, await deriveKeyPair(filled(32, 2))],
    ] as const) {
      const opened = await setupReceiver(receiver, other, encapsulated);
      if (opened !== null) secrets.push(opened('key'));
    }
    expect(new Set(secrets.map((secret) => secret.join())).size).toBe(6);
  });

  it('of a key of small order are refused', async () => {
    const pair = await deriveKeyPair(filled(32, 1));
    expect(await setupReceiver(pair, agreement, filled(32, 0))).toBeNull();
    expect(await setupReceiver(pair, agreement, filled(31, 3))).toBeNull();
  });
});
