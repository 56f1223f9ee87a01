/** A time as people of the desk and customers read it, to the minute: `2026-01-31 09:05 UTC`. */
export const when = (unixMs: number): string => `${new Date(unixMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The same to the second, for waits that are over within a minute. */
export const whenExactly = (unixMs: number): string =>
  `${new Date(unixMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
