import type { Decoders } from './decoder.ts';
import { isOneOf, isText } from './fields.ts';

/** The sites that the customer allowed. */
export const siteDecoders = {
  'list-automatic': () => ({ kind: 'list-automatic' }),
  'stop-site': ({ site, what }) =>
    isText(site) && isOneOf(what, ['automatic', 'all']) ? { kind: 'stop-site', site, what } : null,
} satisfies Decoders;
