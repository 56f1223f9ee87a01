import type { NetworkNote } from './network-notes.ts';

const text = (value: unknown, name: string): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, name) ?? '') : '';

/** What Chromium's `--log-net-log` tells of a request that the extension made; undefined for every other line. */
export function noteIn(line: string): NetworkNote | undefined {
  // Most lines are about something else, and a browser that was killed leaves half a line.
  if (!line.includes('"initiator":"chrome-extension://') || !line.endsWith('},')) return undefined;
  const { params }: { readonly params?: unknown } = JSON.parse(line.slice(0, -1));
  if (!/^(?:https?|wss?):/.test(text(params, 'url'))) return undefined;
  return {
    by: 'extension',
    method: text(params, 'method'),
    address: text(params, 'url'),
    from: text(params, 'initiator'),
    opens: text(params, 'request_type') === 'main frame',
  };
}
