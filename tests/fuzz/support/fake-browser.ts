import type { Lives } from './life.ts';

/** A listener of one of the browser's events. */
export type Listener = (...args: readonly unknown[]) => unknown;

function createEvent() {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
}

/** An area of the browser's storage over a map that a test may fill; a read gives copies, as the browser's does. */
function createArea(values: Map<string, unknown>, { served }: Pick<Lives, 'served'>) {
  return {
    onChanged: createEvent(),
    get: (keys: string | readonly string[]) =>
      served(async () => {
        const named = [keys].flat().filter((key) => values.has(key));
        return Object.fromEntries(named.map((key) => [key, structuredClone(values.get(key))]));
      }),
    set: (given: Record<string, unknown>) =>
      served(async () => {
        for (const [key, value] of Object.entries(given)) values.set(key, structuredClone(value));
      }),
    remove: (keys: string | readonly string[]) =>
      served(async () => {
        for (const key of [keys].flat()) values.delete(key);
      }),
    setAccessLevel: async () => {},
  };
}

/** What the background asks the browser to run in a page. */
export type Script = {
  readonly target: { readonly tabId: number };
  readonly func?: unknown;
  readonly args?: readonly unknown[];
  readonly files?: readonly string[];
};

/**
 * A browser as the background sees it: storage in maps, one site granted and shown in each tab.
 * @param run what comes of a script in a page: a result for each document
 * @param asked the browser is asked for its platform, which the background does while it waits
 */
export function createFakeBrowser(
  id: string,
  granted: string,
  lives: Pick<Lives, 'served'>,
  run: (script: Script) => Promise<readonly unknown[]>,
  asked: () => void,
) {
  const local = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  const runtime = {
    id,
    getURL: (path: string) => `chrome-extension://${id}${path}`,
    getPlatformInfo: async () => asked(),
    onMessage: createEvent(),
    onInstalled: createEvent(),
    onStartup: createEvent(),
  };
  const idle = { onStateChanged: createEvent(), setDetectionInterval: () => {} };
  const api = {
    runtime,
    storage: {
      local: createArea(local, lives),
      session: createArea(session, lives),
      managed: createArea(new Map(), lives),
      onChanged: createEvent(),
    },
    tabs: {
      get: async (tabId: number) => ({ id: tabId, windowId: 1, active: true, url: `${granted}/login` }),
      query: async () => [{ id: 1 }],
      create: async () => ({}),
      onUpdated: createEvent(),
      onRemoved: createEvent(),
    },
    scripting: {
      executeScript: (script: Script) => lives.served(() => run(script)),
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => {},
      unregisterContentScripts: async () => {},
    },
    permissions: {
      contains: async ({ origins = [] }: { readonly origins?: readonly string[] }) => origins.includes(`${granted}/*`),
      remove: async () => true,
      onAdded: createEvent(),
      onRemoved: createEvent(),
    },
    action: {
      setBadgeText: async () => {},
      getBadgeText: async () => '',
      setBadgeBackgroundColor: async () => {},
      setTitle: async () => {},
    },
    commands: { onCommand: createEvent() },
    contextMenus: { onClicked: createEvent() },
    alarms: { onAlarm: createEvent(), create: async () => {} },
    i18n: { getMessage: (key: string) => key },
    idle,
  };
  const events = [
    ...[runtime.onMessage, runtime.onInstalled, runtime.onStartup, idle.onStateChanged, api.storage.onChanged],
    ...[api.storage.local.onChanged, api.storage.session.onChanged, api.tabs.onUpdated, api.tabs.onRemoved],
    ...[api.permissions.onAdded, api.permissions.onRemoved, api.commands.onCommand, api.contextMenus.onClicked],
    api.alarms.onAlarm,
  ];
  return {
    api,
    local,
    session,
    messages: runtime.onMessage.listeners,
    added: api.permissions.onAdded.listeners,
    /** What listened is gone, as when the browser ends a background. */
    forget(): void {
      for (const { listeners } of events) listeners.clear();
    },
  };
}
