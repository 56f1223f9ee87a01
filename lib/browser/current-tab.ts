import { nativeApi, type Tab } from './native-api.ts';

/** The tab that a popup is about, with its window, and whether that is a private one. */
export type CurrentTab = { readonly tabId: number; readonly windowId: number; readonly isPrivate: boolean };

const described = ({ id, windowId, incognito }: Tab): CurrentTab | null =>
  id === undefined || windowId === undefined ? null : { tabId: id, windowId, isPrivate: incognito === true };

async function named(address: string): Promise<CurrentTab | null> {
  const text = URL.parse(address)?.searchParams.get('tab') ?? '';
  if (!/^\d{1,10}$/.test(text)) return null;
  const tab = await nativeApi()
    .tabs.get(Number(text))
    .catch(() => null);
  return described(tab ?? {});
}

/** Whether the popup's page, by its address, is the panel beside the pages, which reads none before somebody presses for it. */
export const isPanel = (address: string): boolean => URL.parse(address)?.searchParams.has('panel') ?? false;

/**
 * The tab that the popup's page is about: the one its address names (`?tab=`), else the active one of its window.
 * @param address the page's own address
 * @returns null in a window without a tab
 */
export async function currentTab(address: string): Promise<CurrentTab | null> {
  const wanted = await named(address);
  if (wanted !== null) return wanted;
  const [tab] = await nativeApi().tabs.query({ active: true, currentWindow: true });
  return described(tab ?? {});
}
