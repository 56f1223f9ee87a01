import { intentOf } from './add-intents.ts';
import { areaOn } from './area-service.ts';
import { noticedOn } from './code-notice.ts';
import { filledIn } from './fill-memory.ts';
import { foundOn } from './found-store.ts';
import type { SessionStore } from './vault-ports.ts';

/** Forgets what memory keeps of one tab alone: it is closed, and its number names no other before the browser ends. */
export const forgetTab = (session: SessionStore, tabId: number): Promise<void> =>
  session.remove([intentOf, noticedOn, filledIn, foundOn, areaOn].map((nameOf) => nameOf(tabId)));
