/** What the portal takes from outside, so that tests can choose time and chance. */
export type Surroundings = {
  /** Unix time in milliseconds. */
  readonly clock: () => number;
  /** Cryptographic random bytes. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Log2 of scrypt's N for new hashes of passwords and backup codes. */
  readonly hashCost: number;
};
