/** Whether a host name is loopback: `localhost`, `*.localhost`, 127.0.0.0/8 or `[::1]` (Secure Contexts §3.1), nothing else. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/**
 * Whether codes may go to an origin at all: a non-opaque, canonical https origin, or http on loopback.
 * @param origin serialised origin as the browser reports it (`self.origin`, `sender.origin`)
 */
export function isFillableOrigin(origin: string): boolean {
  if (origin === 'null' || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  // Anything that is not exactly its own serialised origin (paths, user info, capitals) did not come from a browser.
  if (url.origin !== origin) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
