import { parseArgs } from 'node:util';
import { demo, seedDemo } from './demo.ts';
import { type Listening, listen } from './listen.ts';
import { createPortal } from './server.ts';

// --port may be given several times; --name shop prints http://shop.localhost:PORT too, another origin of the same portal.
const { values } = parseArgs({
  options: {
    port: { type: 'string', multiple: true, default: ['8710'] },
    host: { type: 'string', default: '127.0.0.1' },
    db: { type: 'string', default: 'portal.sqlite' },
    name: { type: 'string', multiple: true, default: [] },
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
const listening: Listening[] = [];
for (const port of values.port) listening.push(await listen(portal, { port: Number(port), host: values.host }));
for (const { url, urlAs } of listening) {
  for (const address of [url, ...values.name.map(urlAs)]) console.log(`Portal: ${address}`);
}
console.log(`Customer: ${demo.email} / ${demo.password}`);
console.log(`Billing desk: ${listening[0]?.url ?? ''}/staff, ${demo.staffLogin} / ${demo.staffPassword}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all(listening.map(({ close }) => close())).then(() => process.exit(0));
  });
}
