import { ok } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount, textOf } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import { contentOf, type ForeignFormat } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';

/** 2FAuth's export. */
export const twoFAuth: ForeignFormat = {
  id: '2fauth',
  app: '2FAuth',
  reads: 'JSON',
  source: 'https://docs.2fauth.app',
  recognise: ({ json }) => isRecord(json) && /^2fauth_v/i.test(textOf(json.app)) && Array.isArray(json.data),
  async read({ json }) {
    if (!isRecord(json)) return damaged;
    const items = itemsOf(json.data, (one) =>
      foreignAccount({
        issuer: one.service,
        account: one.account,
        // It makes Steam's codes by SHA1 and 30 s, as Steam does, whatever it wrote beside the key.
        type: one.otp_type === 'steamtotp' ? 'steam' : one.otp_type,
        secret: one.secret,
        algorithm: one.algorithm,
        digits: one.digits,
        periodSeconds: one.period,
        counter: one.counter,
      }),
    );
    return ok(contentOf(items));
  },
};
