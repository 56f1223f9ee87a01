import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('passes over empty PATH parts and missing programs', () => {
    expect(findOnPath('absent', { PATH: `${delimiter}${folder}${delimiter}` })).toBeUndefined();
    expect(findOnPath('absent', {})).toBeUndefined();
  });
});
