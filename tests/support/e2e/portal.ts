import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../../../portal/demo.ts';
import { type Listening, listen } from '../../../portal/listen.ts';
import { createPortal, type RunningPortal } from '../../../portal/server.ts';

/** A portal of a spec's own on a free port, with the demonstration's customer. */
export type TestPortal = Listening & {
  readonly state: RunningPortal['state'];
  /** The address under a name of its own: another origin for the browser, the same portal behind it. */
  readonly at: (name: string) => string;
};

/** `variants` lets queries choose how pages look, and `clock` gives the time that its verifier goes by and tells. */
export type PortalOptions = { readonly variants?: boolean; readonly clock?: () => number };

/** Starts one. */
export async function startPortal({ variants = false, clock = Date.now }: PortalOptions = {}): Promise<TestPortal> {
  const portal = createPortal({
    databasePath: join(mkdtempSync(join(tmpdir(), 'doorcode-e2e-')), 'portal.sqlite'),
    log: () => {},
    variants,
    clock,
    // Logging in is not what the specs are about; the usual cost takes half a second of a core each time.
    hashCost: 8,
  });
  await seedDemo(portal);
  const listening = await listen(portal, { port: 0, host: '127.0.0.1' });
  return { ...listening, state: portal.state, at: (name) => `http://${name}.localhost:${listening.port}` };
}
