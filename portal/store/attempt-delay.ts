/** After so many failures in a row the account takes no code at all; only the billing desk helps (NIST SP 800-63B-4 §3.2.2). */
export const attemptLimit = 100;

/** The wait in milliseconds after the given number of failures in a row: min(2^n s, 1 h), RFC 4226 §7.3's delay scheme. */
export const attemptDelayMs = (failures: number): number => Math.min(2 ** Math.min(failures, 12), 3600) * 1000;
