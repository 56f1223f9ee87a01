/** One outright sign is enough, or two kinds of weaker ones. */
export const FOUND_SCORE = 4;

/** Somebody who asks has looked at the page, and sees where the code lands. */
export const FOUND_ON_REQUEST = 3;
