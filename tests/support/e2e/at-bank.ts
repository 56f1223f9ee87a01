import { type AtSmallSite, atSmallSite, everyLocalSite } from './at-small-site.ts';
import { enrolAt } from './attacked.ts';
import type { BrowserName } from './driver.ts';
import type { SmallPage } from './small-site.ts';

/**
 * Declares, in a `describe`, that its tests share a site whose name `bank` is the right one: an account of the open vault belongs there.
 * Every site is granted, so that scripts come wherever a browser lets them, and the decision is ours.
 */
export const atBank = (name: BrowserName, pages: (port: number) => Readonly<Record<string, SmallPage>>): AtSmallSite =>
  atSmallSite(name, pages, {
    host: 'bank',
    launched: everyLocalSite,
    begin: ({ browser, page, origin }) => enrolAt(browser, page, origin),
  });
