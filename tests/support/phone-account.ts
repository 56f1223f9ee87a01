import type { OtpAccount } from '../../lib/otp/parameters.ts';

/** An account as phones hold them; its key is made of a text and belongs to nobody. */
export const phoneAccount = (name: string, key = name): OtpAccount => ({
  issuer: 'Harbour',
  account: name,
  parameters: {
    type: 'totp',
    secret: new TextEncoder().encode(`key of ${key}`),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
});
