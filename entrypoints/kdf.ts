import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toBase64 } from '../lib/vault/base64.ts';
import { checkScryptBounds, derivePassphraseKey } from '../lib/vault/kdf.ts';

/** A Worker's whole life: one passphrase in, one key out. scrypt would freeze the page that asks. */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<{ passphrase: unknown; kdf: unknown }>) => {
    const { passphrase, kdf } = data;
    if (typeof passphrase !== 'string' || !checkScryptBounds(kdf)) self.postMessage(null);
    else self.postMessage(toBase64(derivePassphraseKey(passphrase, kdf)));
  });
});
