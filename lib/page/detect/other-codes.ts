import { otherPhrases } from './veto-words.ts';
import { anyOf } from './words.ts';

// What these ask for is no code, and pages say their words of much else; the others are codes, cards, orders, licences.
const tooCommon = new Set(['address', 'search', 'amount', 'developer']);
const codes = Object.fromEntries(Object.entries(otherPhrases).filter(([family]) => !tooCommon.has(family)));
const { price = '', domain = '', parcel = '', invitation = '', elsewhere = '' } = codes;

/** Codes that no second factor is spoken of for, whatever else the page offers: coupons, domain transfers, parcels. */
export const apartCode = anyOf({ price, domain, parcel });
/** Codes of other things that a page may speak of beside an app: coupons, invitations, codes of devices and rooms. */
export const otherCode = anyOf({ price, invitation, elsewhere });
/** Every code of other things, those too that may be said of an enrolment's picture, which is an image on a screen. */
export const anyOtherCode = anyOf(codes);
