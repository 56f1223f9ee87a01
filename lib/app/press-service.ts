import { isAccountCode } from '../setup-links.ts';
import type { Entry } from '../vault/entry.ts';
import type { AddIntents, AddPress } from './add-intents.ts';
import { fillByPress, type PressPorts } from './fill-by-press.ts';
import type { Filler } from './filler.ts';
import type { SiteSigns } from './site-signs.ts';
import type { VaultWatch } from './vault-watch.ts';

/** What the customer can ask for outside the popup. */
export type Press = 'fill-code' | 'add-from-page' | 'add-picture' | 'add-link' | 'lock-vault';

/** What the menu was opened on, as the browser says: an address in a frame of the tab. */
export type Pointed = { readonly address: string; readonly frameId: number };

/** What serving presses needs from its surroundings. */
export type PressServicePorts = Omit<PressPorts, 'fill'> & {
  readonly filler: Pick<Filler, 'onRequest'>;
  readonly intents: Pick<AddIntents, 'note'>;
  readonly signs: Pick<SiteSigns, 'show'>;
  readonly watch: Pick<VaultWatch, 'known' | 'learn'>;
  /** Opens the popup, in Firefox only before any await; `ask` asks for a press of the button in its place. */
  readonly openPopup: (tabId: number | undefined, ask: (tabId: number) => Promise<void>) => Promise<void>;
  /** Tells the scanner of a frame which picture the next scan is about. */
  readonly pointAtPicture: (tabId: number, pointed: Pointed) => Promise<void>;
  /** The exact origin of the document that a link stands in; null where the press does not reach it. */
  readonly originAround: (tabId: number, pointed: Pointed) => Promise<string | null>;
};

/** Serves presses outside the popup: the keyboard's commands and the menus' entries alike. */
export function createPressService(ports: PressServicePorts) {
  const { vault, pages, filler, intents, signs, watch, openPopup } = ports;

  /** What a press on a menu's entry is about; begun in the press, as its popup reads the page next. */
  async function askedBy(press: Press, tabId: number, pointed: Pointed | null): Promise<AddPress> {
    if (pointed === null || press === 'add-from-page') return { what: 'page' };
    if (press === 'add-link') {
      const origin = isAccountCode(pointed.address) ? await ports.originAround(tabId, pointed) : null;
      return { what: 'link', text: pointed.address, origin };
    }
    await ports.pointAtPicture(tabId, pointed);
    return { what: 'picture' };
  }

  return async (press: Press, tabId: number | undefined, pointed: Pointed | null): Promise<void> => {
    if (press === 'lock-vault') return vault.lock().then(watch.learn);
    // A background that was just woken by the press has to look first; Firefox may then want a press of the button.
    if (press === 'fill-code' && watch.known() === 'unknown') await watch.learn();
    // Before any await: Firefox opens a popup in the turn of the press only.
    const adds = press !== 'fill-code';
    if (adds && tabId !== undefined)
      void intents.note(tabId, pages.topDocument(tabId, 'press'), askedBy(press, tabId, pointed));
    if (adds || watch.known() !== 'unlocked' || tabId === undefined)
      return openPopup(tabId, (id) => signs.show(id, watch.known() === 'locked' ? 'locked' : 'several'));
    const fill = (entry: Entry) => filler.onRequest(entry, tabId, false);
    return signs.show(tabId, await fillByPress(tabId, { ...ports, fill }));
  };
}
