/** One request that a browser of the run made, as whoever noted it tells. */
export type NetworkNote = {
  /** Who asked: the extension's pages and background, its script in a page, or unknown to the proxy, which sees all that leaves the computer. */
  readonly by: 'extension' | 'script in a page' | 'unknown';
  readonly method: string;
  readonly address: string;
  /** The origin of the document that asked, where it is known. */
  readonly from: string;
  /** Whether a document of a tab is opened, which the press on a link does. */
  readonly opens: boolean;
};

// What the browsers ask for themselves, though told not to; nothing of the extension leads there.
const ofBrowsers =
  /^(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com)(?::443)?$/;

/** A page's script compares the clock with the page's own server, on a press: `lib/browser/site-clock.ts`. */
const comparesClock = ({ by, method, address, from }: NetworkNote): boolean =>
  by === 'script in a page' && method === 'HEAD' && address === `${from}/`;

const hostOf = (address: string): string => (/^https?:/.test(address) ? (URL.parse(address)?.host ?? '') : address);

/** Whether a request is one that must not be. */
export function isForbidden(note: NetworkNote): boolean {
  if (note.by === 'unknown') return !ofBrowsers.test(hostOf(note.address));
  return !note.opens && !comparesClock(note);
}
