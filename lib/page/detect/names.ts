// What names and ids say. Machine names are language-free, so these are patterns, on text split at case changes and signs.

/** `userOtp[code]-1` as `user otp code 1`. */
export const splitName = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Names that by themselves mean the code of an authenticator. */
export const strongName =
  /totp|2fa|twofa|two ?factor|\b(?:hotp|otp|otc|2 ?fa|mfa|tfa|fa2)\d*\b|\b(?:totp|otp|mfa|tfa|2fa)(?:code|token|input|field|value|attempt|pass|password|pin|key|num|number|response)\d*\b|(?:login|user|auth|input|txt|verify|code)(?:totp|otp|2fa|mfa)\b|two ?(?:fa\b|factor|step)|2 ?(?:factor|step)\b|second ?factor|multi ?factor|one ?time ?(?:code|pass|pin|token)|authenticator|google ?(?:auth|code|token)|\bg ?auth\b|\bauthy|\boath|soft ?token|\bga ?code\b|verify ?key|wfls ?token/;

/** The strong names without those of one-time codes, which messages and parcels bring too. */
export const ofTwoFactor = /totp|authenticator|[2tm]fa\b|two ?fa|(?:two|2|second|multi) ?(?:factor|step)/;

/** Names of a code that is most often, not always, an authenticator's. */
export const mediumName =
  /\bauth ?code\b|authentication ?code|verif(?:y|ication|y ?ing)? ?code|code ?verif|confirm(?:ation)? ?code|pass ?code|login ?code|approvals? ?code|security ?code|pin ?code|otp|valid(?:ation|ate)? ?code|check ?code|\bcode ?2fa/;

/** Names that mean nothing alone. */
export const weakName =
  /\b(?:v?code|token|key|pin|challenge|digits?|response|factor|secret|kod|kode|cod|codigo|codice|koodi|codul|clave|kodu)\d*\b/;

/** A form's address or id that takes reserve codes. */
export const reserveForm = /backup|recover|scratch|rescue/;

/** Names of a setting about codes, which a strong name beside them does not save. */
export const settingName =
  /\b(?:length|interval|period|lifetime|timeout|ttl|max|limit|attempts|retries|days|hours|minutes|seconds)\b/;

/** Names that forbid a box, too short or too common as words to be looked for in sentences. */
export const forbiddenName =
  /\b(?:order|query|filter|domain|ticket|price|interval|year|month|age|street|city|country|state|cep|cap|csc|cid|html|expiry|q)\b/;
