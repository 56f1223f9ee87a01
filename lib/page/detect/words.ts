// Tables that a person can read: what a field says about itself, folded to lower case (NFKC), in the languages named.

/** Words that forbid a field whatever else it says: it wants something that is not a one-time code. */
export const vetoWords: readonly RegExp[] = [
  /captcha|turing|verificationimage|security ?image/, // pictures to copy
  /coupon|promo|voucher|gift|discount|gutschein|rabatt|cup[oó]n|codepromo/, // price
  /\bpostal|postcode|zip ?code|\bzip\b|plz\b|code postal|c[oó]digo postal/, // address
  /\bcvv|\bcvc|\bcsc\b|card ?(?:number|security)|cardnum/, // cards
  /\bepp\b|auth ?code ?epp|transfer ?secret|auth(?:orization)? ?code.*domain|inputauthcode/, // domain transfer
  /search|query|such(?:e|en)\b|recherche|buscar/, // search
  /order|invoice|quantity|\bqty\b|tracking|bestell/, // shop
  /backup|recovery|rescue|scratch|wiederherstellung|r[eé]cup[eé]ration|recuperaci[oó]n|emergency/, // not the six digits
  /security ?(?:question|answer)|securityqans|invit|referral|licen[cs]e|country|phone ?number|device ?name/, // other
  /username|e-?mail ?address|password ?reset/,
];

/** Words that say that the code was sent: SMS or e-mail. */
export const sentWords =
  /\bsms\b|text message|sent (?:to|you)|we (?:sent|texted|emailed|e-mailed)|e-?mail(?:ed)? (?:you|code)|per sms|par sms|gesendet|envoy[eé]|enviad[oa]/;

/** Names that by themselves mean a one-time code. */
export const strongNames =
  /(?:^|[^a-z])(?:totp|otp|otc|2fa|mfa|tfa)(?:[^a-z]|$)|one.?time|two.?factor|twofa|second.?factor|authenticat(?:or|ion).?code|verify.?key|verification.?code|otp.?code|challenge.?code/;

/** Names that mean a one-time code only where the page speaks of two-factor login. */
export const weakNames = /(?:^|[^a-z])(?:code|token|key|pin|challenge|passcode)(?:[^a-z]|$)/;

/** What pages say around the box of a two-factor challenge. */
export const twoFactorWords =
  /two.?(?:factor|step)|2.?(?:factor|step|fa)\b|authenticat(?:or|ion) (?:app|code)|one.?time (?:code|password|pass)|verification code|security code|second factor|multi.?factor|zwei.?(?:faktor|schritt)|authentifi[zk]|deux (?:facteurs|[eé]tapes)|dos (?:factores|pasos)|dois fatores|due fattori|двухфакторн|аутентификац|двух.?этап|两步|双重|两因素|验证码|驗證碼|認証コード|二段階|二要素|인증|2단계|المصادقة|التحقق|\btotp\b/;
