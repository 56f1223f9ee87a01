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
  base: string | undefined;
  cookies = new Map<string, string>();
  page = '';
  /** With a `base` address requests go through a socket, else straight to the portal. */
  constructor(portal: RunningPortal, base?: string) {
    this.portal = portal;
    this.base = base;
  }
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request: RequestInit = { ...init, headers: { cookie }, redirect: 'manual' };
    const response = await (this.base === undefined
      ? this.portal.app.request(path, request)
      : fetch(new URL(path, this.base), request));
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

/** The failures in a row that a portal's one enrolled account bears. */
export const failuresIn = ({ state }: RunningPortal): number =>
  Number(
    state.database.prepare("SELECT failures FROM attempt WHERE subject LIKE 'second factor %'").get()?.failures ?? 0,
  );

/** Takes every wait away, where a test is about what else refuses. */
export const forgive = ({ state }: RunningPortal): void =>
  state.database.exec('DELETE FROM attempt; DELETE FROM failure');

/** The right code of a base32 secret at a time, by another implementation than the portal's. */
export const codeAt = (secret: string, unixMs: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: unixMs });

/** A portal with an enrolled customer, five minutes after the enrolment. */
export const enrolled = async (databasePath?: string) => {
  const opened = await openPortal(databasePath);
  const owner = new Client(opened.portal);
  const made = await owner.enrol(opened.clock);
  opened.clock.ms += 5 * 60_000;
  return { ...opened, owner, ...made };
};

/** A browser that has shown the password and is asked for the code. */
export const challenged = async (portal: RunningPortal, base?: string): Promise<Client> => {
  const client = new Client(portal, base);
  await client.login();
  return client;
};

/** The billing desk, logged in, with its first page before it. */
export const atDesk = async (portal: RunningPortal): Promise<Client> => {
  const staff = new Client(portal);
  await staff.send('/staff');
  await staff.post('/staff/login', { login: demo.staffLogin, password: demo.staffPassword });
  await staff.send('/staff');
  return staff;
};

/** A seeded portal with a fake clock, and what it logged. */
export const openPortal = async (databasePath = ':memory:', clock = new FakeClock(), variants = true) => {
  const lines: string[] = [];
  // The cheapest hash: a suite logs in hundreds of times.
  const portal = createPortal({
    databasePath,
    clock: clock.now,
    variants,
    hashCost: 4,
    log: (line) => lines.push(line),
  });
  await seedDemo(portal);
  return { portal, clock, lines };
};
