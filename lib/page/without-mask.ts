/** A box's text without what masks put between digits and in the place of those to come: blanks, dashes, underscores, dots. */
export const withoutMask = (text: string): string => text.replace(/[\s\u2010-\u2015_•·○.-]/g, '');
