import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { codeAt } from '../../../lib/otp/code.ts';

const secret = new TextEncoder().encode('12345678901234567890');
const MINUTE_MS = 60_000;

/** The code of RFC 4226 §5.3 for the step of a time. */
function expectedAt(unixMs: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(Math.floor(unixMs / 30_000)));
  const mac = createHmac('sha1', secret).update(message).digest();
  const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return (value % 1_000_000).toString().padStart(6, '0');
}

describe('codes', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 60],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', -60],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', -30],
    ['America/St_Johns', '2026-11-01T04:30:00Z', -60],
    // A day that never was.
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 24 * 60],
  ])('are the same in %s, in the hours around a change of its clocks', (zone, change, minutes) => {
    process.env.TZ = zone;
    const changed = Date.parse(change);
    const offsetAt = (unixMs: number): number => -new Date(unixMs).getTimezoneOffset();
    // Else nothing would be tried: the zone, or the day, is not known here.
    expect(offsetAt(changed) - offsetAt(changed - 1)).toBe(minutes);
    for (let unixMs = changed - 120 * MINUTE_MS; unixMs <= changed + 120 * MINUTE_MS; unixMs += MINUTE_MS / 4) {
      const { code } = codeAt({ type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 }, unixMs);
      expect(code).toBe(expectedAt(unixMs));
    }
  });
});
