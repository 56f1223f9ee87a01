import { parseArgs } from 'node:util';
import { demo, seedDemo } from './demo.ts';
import { listen } from './listen.ts';
import { createPortal } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8710' },
    host: { type: 'string', default: '127.0.0.1' },
    db: { type: 'string', default: 'portal.sqlite' },
    variants: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

const portal = createPortal({
  databasePath: values.db,
  variants: values.variants,
  log: values.quiet ? () => {} : (line) => console.log(line),
});
await seedDemo(portal);
const listening = await listen(portal, { port: Number(values.port), host: values.host });
console.log(`Portal: ${listening.url}`);
console.log(`Customer: ${demo.email} / ${demo.password}`);
console.log(`Billing desk: ${listening.url}/staff, ${demo.staffLogin} / ${demo.staffPassword}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void listening.close().then(() => process.exit(0));
  });
}
