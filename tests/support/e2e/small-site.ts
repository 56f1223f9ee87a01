import { createServer } from 'node:http';

/** A page to serve: its body, and headers beside the content type; an `endless` one is never sent to its end, a late one after its time. */
export type SmallPage = {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly endless?: boolean;
  readonly lateMs?: number;
};

/** A site of a spec's own, reached under any `NAME.localhost`. */
export type SmallSite = {
  readonly port: number;
  readonly at: (name: string) => string;
  /** What was asked of it so far: method and address. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
};

/** Serves pages by their path on a free port; unknown paths give an empty page. */
export async function serveSmallSite(pages: (port: number) => Readonly<Record<string, SmallPage>>): Promise<SmallSite> {
  let port = 0;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} http://${request.headers.host}${request.url}`);
    const page = pages(port)[new URL(request.url ?? '/', 'http://localhost').pathname];
    const answer = (): void => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
      response.write(`<!doctype html><html lang="en"><title>Site</title><body>${page?.body ?? ''}`);
      if (page?.endless !== true) response.end('</body></html>');
    };
    if (page?.lateMs === undefined) answer();
    else setTimeout(answer, page.lateMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  port = address.port;
  return {
    port,
    asked,
    at: (name) => `http://${name}.localhost:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
