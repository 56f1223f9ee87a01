import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toBase64 } from '../lib/vault/base64.ts';
import { deriveFileKey } from '../lib/vault/file-key.ts';
import { checkFileKdf } from '../lib/vault/kdf.ts';

/** A Worker's whole life: one passphrase in, one key out, of the vault or of a file. scrypt would freeze the page that asks. */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<{ passphrase: unknown; kdf: unknown }>) => {
    const { passphrase, kdf } = data;
    if (typeof passphrase !== 'string' || !checkFileKdf(kdf)) self.postMessage(null);
    else {
      // A file may ask for more memory than there is.
      deriveFileKey(passphrase, kdf).then(
        (key) => self.postMessage(toBase64(key)),
        () => self.postMessage(null),
      );
    }
  });
});
