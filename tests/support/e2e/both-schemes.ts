import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { ownCertificate } from './own-certificate.ts';

/** A port that answers https and http alike; who opens it has to take its certificate. */
export type BothSchemes = { readonly port: number; readonly close: () => Promise<void> };

const HANDSHAKE = 0x16;

function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    // A browser that goes away takes the other end along.
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Opens a port before a server that speaks http, at which the same host and port are of either scheme. */
export async function serveBothSchemes(plainPort: number): Promise<BothSchemes> {
  const open = new Set<Socket>();
  const secure = createTlsServer(ownCertificate(), (socket) => join(socket, connect(plainPort, '127.0.0.1')));
  secure.on('tlsClientError', () => {});
  const securePort = await portOf(secure);
  const front = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    socket.once('data', (first) => {
      const inner = connect(first[0] === HANDSHAKE ? securePort : plainPort, '127.0.0.1');
      inner.write(first);
      join(socket, inner);
    });
  });
  const port = await portOf(front);
  return {
    port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all([front, secure].map((server) => new Promise((done) => server.close(done))));
    },
  };
}
