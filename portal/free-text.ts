/** What people typed into a large box: line ends as one character, other control characters taken out, nothing around it. */
export const freeText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
