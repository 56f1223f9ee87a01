import { parseArgs } from 'node:util';
import { demo, demoNeedsCode, seedDemo } from './demo.ts';
import { isOwnAddress, type Listening, listen, listenProblem, portOf } from './listen.ts';
import { createPortal } from './server.ts';

const command = 'npm run portal';

const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

// --port may be given several times; --name shop prints http://shop.localhost:PORT too, another origin of the same portal.
const readOptions = () => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', multiple: true, default: ['8710'] },
        host: { type: 'string', default: '127.0.0.1' },
        db: { type: 'string', default: 'portal.sqlite' },
        name: { type: 'string', multiple: true, default: [] },
        variants: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
};

const values = readOptions();
const ports = values.port.map((typed) => portOf(typed) ?? stop(`--port takes a number up to 65535, not "${typed}".`));
if (!isOwnAddress(values.host))
  stop(`--host takes an address of this computer alone, such as 127.0.0.2 or ::1, not "${values.host}".`);
const portal = createPortal({
  databasePath: values.db,
  variants: values.variants,
  log: values.quiet ? () => {} : (line) => console.log(line),
});
await seedDemo(portal);
const listening: Listening[] = [];
for (const port of ports) {
  const opened = await listen(portal, { port, host: values.host }).catch((error: unknown) =>
    stop(listenProblem(error, port, command)),
  );
  listening.push(opened);
}
// Before anybody is told how it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all(listening.map(({ close }) => close())).then(() => process.exit(0));
  });
}
for (const { url, urlAs } of listening) {
  for (const address of [url, ...values.name.map(urlAs)]) console.log(`Portal: ${address}`);
}
console.log(`Customer: ${demo.email} / ${demo.password}`);
if (demoNeedsCode(portal))
  console.log(
    `Two-factor login is on from an earlier start, so a login asks for a code too. Begin anew: ${command} -- --db another.sqlite`,
  );
console.log(`Billing desk: ${listening[0]?.url ?? ''}/staff, ${demo.staffLogin} / ${demo.staffPassword}`);
console.log(`Everything is kept in ${values.db}${values.db === 'portal.sqlite' ? ', which npm start uses too' : ''}.`);
console.log('Press Ctrl-C to end.');
