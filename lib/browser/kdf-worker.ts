import type { FileKdf } from '../vault/kdf.ts';

/**
 * Derives a passphrase's key in a Worker of this page, so that no frame is lost meanwhile.
 * @returns the 32-byte key in base64, or null when the parameters are out of bounds or need more memory than there is
 */
export async function deriveInWorker(passphrase: string, kdf: FileKdf): Promise<string | null> {
  const worker = new Worker('/kdf.js');
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(typeof data === 'string' ? data : null);
      worker.onerror = () => reject(new Error('the key Worker did not start'));
      worker.postMessage({ passphrase, kdf });
    });
  } finally {
    worker.terminate();
  }
}
