/** What the portal takes from outside, so that tests can choose time and chance. */
export type Surroundings = {
  /** Unix time in milliseconds. */
  readonly clock: () => number;
  /** Cryptographic random bytes. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
};
