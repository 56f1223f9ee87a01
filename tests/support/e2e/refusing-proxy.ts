import { once } from 'node:events';
import { createServer } from 'node:http';
import type { NetworkNote } from './network-notes.ts';

/** A proxy that lets nothing through and notes who was asked for. */
export type RefusingProxy = {
  readonly port: number;
  readonly notes: readonly NetworkNote[];
  readonly close: () => void;
};

/** Starts one on the loopback interface. Browsers go to it for every host but this computer. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const notes: NetworkNote[] = [];
  const note = (method: string, address: string): void =>
    void notes.push({ by: 'unknown', method, address, from: '', opens: false });
  const server = createServer((request, response) => {
    note(request.method ?? '', request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url ?? '');
    socket.on('error', () => {}).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    notes,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
