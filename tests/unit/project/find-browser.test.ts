import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, findFirefox, findOnPath } from '../../../scripts/find-browser.mjs';

describe('finding browsers', () => {
  let folder = '';
  const program = (name: string, mode = 0o755): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, mode);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'doorcode-browsers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prefers plain Chromium to branded Chrome', () => {
    program('google-chrome');
    const chromium = program('chromium');
    expect(findChromium({ PATH: folder })).toBe(chromium);
  });

  it('takes the path somebody chose before PATH', () => {
    program('firefox-esr');
    const chosen = program('my-firefox');
    expect(findFirefox({ PATH: folder, FIREFOX_PATH: chosen })).toBe(chosen);
  });

  it('finds nothing, instead of another browser, when the chosen path is wrong', () => {
    program('chromium');
    expect(findChromium({ PATH: folder, CHROME_PATH: join(folder, 'absent') })).toBeUndefined();
  });

  it('takes a fetched browser last', () => {
    const [empty, cache] = [join(folder, 'nothing'), join(folder, 'cache')];
    const unpacked = join(cache, 'firefox', 'linux-stable_1', 'firefox');
    mkdirSync(unpacked, { recursive: true });
    const fetched = join(unpacked, 'firefox');
    writeFileSync(fetched, '');
    expect(findFirefox({ PATH: empty }, cache)).toBeUndefined();
    chmodSync(fetched, 0o755);
    expect(findFirefox({ PATH: empty }, cache)).toBe(fetched);
    expect(findFirefox({ PATH: folder }, cache)).toBe(join(folder, 'firefox-esr'));
  });

  it('passes over empty PATH parts and missing programs', () => {
    expect(findOnPath('absent', { PATH: `${delimiter}${folder}${delimiter}` })).toBeUndefined();
    expect(findOnPath('absent', {})).toBeUndefined();
  });
});
