import { Secret, TOTP } from 'otpauth';
import { demo, seedDemo } from '../../../portal/demo.ts';
import { createPortal, type RunningPortal } from '../../../portal/server.ts';

/** 2026-01-01 00:00:00 UTC, the start of a step. */
export const startMs = Date.UTC(2026, 0, 1);

/** A clock that moves only by hand. */
export class FakeClock {
  ms = startMs;
  now = (): number => this.ms;
}

/** One browser: its cookies, the last page it saw, and the CSRF token on it. */
export class Client {
  portal: RunningPortal;
  cookies = new Map<string, string>();
  page = '';
  constructor(portal: RunningPortal) {
    this.portal = portal;
  }
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.portal.app.request(path, { ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    this.page = await response.clone().text();
    return response;
  }
  get token(): string {
    return /name=\\?"token\\?" value=\\?"([\w-]+)/.exec(this.page)?.[1] ?? '';
  }
  post(path: string, fields: Record<string, string>, token = this.token): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) });
  }
  async login(): Promise<Response> {
    await this.send('/login');
    const response = await this.post('/login', { email: demo.email, password: demo.password });
    await this.send(response.headers.get('location') ?? '/');
    return response;
  }
  async enrol(clock: FakeClock): Promise<{ secret: string; backupCode: string; code: string }> {
    await this.login();
    await this.send('/security');
    await this.post('/security/two-factor/enable', {});
    await this.post('/security/two-factor/start', { module: 'totp' });
    const secret = (/id=\\"manualKey\\">([A-Z2-7 ]+)</.exec(this.page)?.[1] ?? '').replaceAll(' ', '');
    const code = codeAt(secret, clock.ms);
    await this.post('/security/two-factor/confirm', { verifykey: code });
    const backupCode = /id=\\"backupCode\\">([A-Z2-9-]+)</.exec(this.page)?.[1] ?? '';
    return { secret, backupCode, code };
  }
  verify(code: string): Promise<Response> {
    return this.post('/login/challenge/verify', { key: code });
  }
  backup(code: string): Promise<Response> {
    return this.post('/login/challenge/backup-verify', { twofabackupcode: code });
  }
}

/** The right code of a base32 secret at a time, by another implementation than the portal's. */
export const codeAt = (secret: string, unixMs: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: unixMs });

/** A seeded portal with a fake clock, and what it logged. */
export const openPortal = async (databasePath = ':memory:', clock = new FakeClock()) => {
  const lines: string[] = [];
  const portal = createPortal({ databasePath, clock: clock.now, variants: true, log: (line) => lines.push(line) });
  await seedDemo(portal);
  return { portal, clock, lines };
};
