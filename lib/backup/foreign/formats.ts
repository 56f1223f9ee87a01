import { aegis } from './aegis.ts';
import { andOtp } from './and-otp.ts';
import { andOtpEncrypted } from './and-otp-encrypted.ts';
import { anyJson } from './any-json.ts';
import { authenticatorExtension } from './authenticator-extension.ts';
import { authy } from './authy.ts';
import { battleNet } from './battle-net.ts';
import { bitwarden } from './bitwarden.ts';
import { bitwardenEncrypted } from './bitwarden-encrypted.ts';
import { credentialExchange } from './credential-exchange.ts';
import { duo } from './duo.ts';
import { enteEncrypted } from './ente-encrypted.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { freeOtp } from './free-otp.ts';
import { freeOtp2 } from './free-otp-2.ts';
import { html } from './html.ts';
import { keyUriList } from './key-uri-list.ts';
import { lastPass } from './last-pass.ts';
import { onePassword } from './one-password.ts';
import { passwordCsv } from './password-csv.ts';
import { picture } from './picture.ts';
import { protonAuthenticator } from './proton-authenticator.ts';
import { protonPass } from './proton-pass.ts';
import { raivo } from './raivo.ts';
import { steamGuard } from './steam-guard.ts';
import { stratum } from './stratum.ts';
import { totpAuthenticator } from './totp-authenticator.ts';
import { totpAuthenticatorEncrypted } from './totp-authenticator-encrypted.ts';
import { twoFAuth } from './two-f-auth.ts';
import { twoFas } from './two-fas.ts';
import { unsupported } from './unsupported.ts';
import { zipOfLines } from './zip-of-lines.ts';

/**
 * Every format of another app, in the order in which a file is tried: signatures of bytes, then keys of JSON from the surest on, then XML
 * and HTML, CSV, lines of text, and last what can only be guessed. The page of supported formats is written from it.
 */
export const foreignFormats: readonly ForeignFormat[] = [
  picture,
  ...unsupported,
  protonPass,
  onePassword,
  raivo,
  zipOfLines,
  stratum,
  freeOtp2,
  aegis,
  twoFas,
  enteEncrypted,
  bitwardenEncrypted,
  bitwarden,
  credentialExchange,
  protonAuthenticator,
  freeOtp,
  lastPass,
  steamGuard,
  twoFAuth,
  duo,
  andOtp,
  authy,
  battleNet,
  totpAuthenticator,
  authenticatorExtension,
  anyJson,
  html,
  passwordCsv,
  keyUriList,
  totpAuthenticatorEncrypted,
  andOtpEncrypted,
];
