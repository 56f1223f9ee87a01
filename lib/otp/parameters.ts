/** Bytes that WebCrypto accepts. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Hash functions of RFC 6238 §1.2. */
export type HashAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** RFC 6238: `digits` 1..10, `periodSeconds` a positive integer. */
export type TotpParameters = {
  readonly type: 'totp';
  readonly secret: Bytes;
  readonly algorithm: HashAlgorithm;
  readonly digits: number;
  readonly periodSeconds: number;
};

/** RFC 4226: `counter` is the next one to use, 0..2^53-1. */
export type HotpParameters = {
  readonly type: 'hotp';
  readonly secret: Bytes;
  readonly algorithm: HashAlgorithm;
  readonly digits: number;
  readonly counter: number;
};

/** Steam Guard: five characters of its own alphabet, SHA-1, 30 s. */
export type SteamParameters = { readonly type: 'steam'; readonly secret: Bytes };

/** What is needed to compute a code. */
export type OtpParameters = TotpParameters | HotpParameters | SteamParameters;

/** An account as a key URI, an export or a form describes it; `issuer` and `account` may be empty. */
export type OtpAccount = { readonly issuer: string; readonly account: string; readonly parameters: OtpParameters };
