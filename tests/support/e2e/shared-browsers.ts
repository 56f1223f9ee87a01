import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfRun } from './browsers-of-run.ts';
import type { Driver, LaunchOptions } from './driver.ts';

const idle = new Map<string, Driver>();

/** Whether nothing about a browser was asked for that the next spec would have to be spared. */
const isPlain = ({
  profile,
  downloads,
  privateWindows,
  display,
  camera,
  firstRun,
  home,
  language,
  hosts,
  ownHosts,
  before,
  without,
}: LaunchOptions): boolean =>
  [profile, downloads, display, camera, home, language, hosts, ownHosts, before, without].every(
    (asked) => asked === undefined,
  ) &&
  !privateWindows &&
  !firstRun;

async function startForRun(
  options: LaunchOptions,
  start: (options: LaunchOptions) => Promise<Driver>,
): Promise<Driver> {
  const profile = join(folderOfRun(), `profile-${crypto.randomUUID()}`);
  mkdirSync(profile);
  const driver = await start({ ...options, profile });
  writeFileSync(join(folderOfRun(), String(driver.processId)), '');
  return driver;
}

/**
 * Lets the specs of one worker use a browser one after the other, as starting one takes longer than most specs: each gets
 * it without pages, cookies, sites that were allowed, or anything in the extension's storage.
 * @param name what else tells this browser from others
 * @param start starts one
 */
export async function shared(
  name: string,
  options: LaunchOptions,
  start: (options: LaunchOptions) => Promise<Driver>,
): Promise<Driver> {
  if (!isPlain(options)) return start(options);
  const key = [name, ...(options.granted ?? [])].join(' ');
  const driver = idle.get(key) ?? (await startForRun(options, start));
  idle.delete(key);
  return {
    ...driver,
    async close() {
      await driver.reset();
      idle.set(key, driver);
    },
  };
}
