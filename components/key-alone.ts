/** Whether a key of a letter was pressed with no other one held: with others it is the browser's. */
export const isKeyAlone = (event: KeyboardEvent, letter: string): boolean =>
  event.key.toLowerCase() === letter && !event.ctrlKey && !event.metaKey && !event.altKey;
