import { defineBackground } from 'wxt/utils/define-background';
import { createPageService } from '../lib/app/page-service.ts';
import { createVaultRepository } from '../lib/app/vault-repository.ts';
import { computerKeyStore } from '../lib/browser/computer-key.ts';
import { pages } from '../lib/browser/pages.ts';
import { closeStorageToContentScripts, localStorageArea, sessionStorageArea } from '../lib/browser/storage.ts';
import { serveMessages } from '../lib/browser/transport.ts';
import { decodePageRequest } from '../lib/messages/decode.ts';

export default defineBackground(() => {
  const clock = { nowUnixMs: () => Date.now() };
  const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const vault = createVaultRepository({
    storage: localStorageArea,
    session: sessionStorageArea,
    computerKeys: computerKeyStore,
    lock: { run: async (name, act) => await navigator.locks.request(name, act) },
    clock,
    random,
  });
  const answer = createPageService({
    vault,
    pages,
    session: sessionStorageArea,
    clock,
    random,
    waitUntil: (unixMs) => new Promise((resolve) => setTimeout(resolve, Math.max(0, unixMs - Date.now()))),
  });

  void closeStorageToContentScripts();
  serveMessages(async (message, sender) => {
    const request = sender.kind === 'own-page' ? decodePageRequest(message) : null;
    if (request === null || !request.ok) return { kind: 'failed', reason: 'unknown-message' };
    return answer(request.value);
  });
});
