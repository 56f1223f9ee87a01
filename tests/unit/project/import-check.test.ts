import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../../scripts/check-imports.mjs');
const folders: string[] = [];

/** Runs the import check on a small tree of rooms outside the project, so that no planted fault ever lies in a room. */
const check = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-rooms-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { status, text: stdout + stderr };
};

const lawful = {
  'lib/result.ts': 'export type Result = { ok: boolean };\n',
  'lib/otp/code.ts': "import type { Result } from '../result.ts';\nexport const code = (r: Result) => r;\n",
  'lib/vault/entry.ts': "import { code } from '../otp/code.ts';\nexport type Entry = ReturnType<typeof code>;\n",
  'lib/app/ports.ts': "import type { Entry } from '../vault/entry.ts';\nexport type Port = (entry: Entry) => void;\n",
  'lib/browser/storage.ts': "import type { Port } from '../app/ports.ts';\nexport const store: Port = () => {};\n",
  'components/view.tsx':
    "import type { Port } from '../lib/app/ports.ts';\nexport const View = (_: { port: Port }) => null;\n",
  'entrypoints/popup/main.ts': "import { store } from '../../lib/browser/storage.ts';\nexport default store;\n",
  'entrypoints/scan.ts': "import { code } from '../lib/otp/code.ts';\nexport default code;\n",
};

const planted = [
  ['lib/otp/planted.ts', '../browser/storage.ts', 'import', 'otp-imports'],
  ['lib/otp/planted.ts', '../browser/storage.ts', 'import type', 'otp-imports'],
  ['lib/otp/planted.ts', 'node:crypto', 'import', 'otp-imports'],
  ['lib/otp/planted.ts', 'wxt/browser', 'import', 'otp-imports'],
  ['lib/page/planted.ts', '../otp/code.ts', 'import', 'page-imports'],
  ['lib/app/planted.ts', '../browser/storage.ts', 'import', 'app-imports'],
  ['lib/messages/planted.ts', '../app/ports.ts', 'import', 'messages-types-only'],
  ['lib/stray/planted.ts', '../otp/code.ts', 'import', 'no-file-outside-rooms'],
  ['components/planted.tsx', '../lib/app/ports.ts', 'import', 'components-types-only'],
  ['components/planted.tsx', '../lib/browser/storage.ts', 'import', 'components-imports'],
  ['entrypoints/planted.ts', './popup/main.ts', 'import', 'entrypoints-never-each-other'],
  ['entrypoints/planted.ts', 'wxt/browser', 'import', 'entrypoints-imports'],
  ['portal/planted.ts', '../lib/vault/entry.ts', 'import', 'portal-imports'],
] as const;

describe('the import check', { timeout: 20_000 }, () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('sees every file and import of a lawful tree and passes it', () => {
    const { status, text } = check(lawful);
    expect(text).toContain('8 modules, 7 imports, 0 violations');
    expect(status).toBe(0);
  });

  it('catches every planted violation', () => {
    const files: Record<string, string> = { ...lawful };
    const expected: string[] = [];
    planted.forEach(([path, target, form, rule], index) => {
      const own = path.replace('planted', `planted-${index}`);
      files[own] =
        `${form} { thing } from '${target}';\nexport const use = ${form === 'import' ? 'thing' : '(_: thing) => 0'};\n`;
      expected.push(`${rule}: ${own} may not import`);
    });
    const { status, text } = check(files);
    for (const line of expected) expect(text).toContain(line);
    expect(text).toContain(`${planted.length} violations`);
    expect(status).toBe(1);
  });

  it('catches two files that import each other', () => {
    const { status, text } = check({
      'lib/otp/one.ts': "import { two } from './two.ts';\nexport const one = () => two;\n",
      'lib/otp/two.ts': "import { one } from './one.ts';\nexport const two = () => one;\n",
    });
    expect(text).toContain('no-circular');
    expect(status).toBe(1);
  });

  it('fails when it saw no import, since a cruiser that cannot read TypeScript would', () => {
    const { status, text } = check({ 'lib/otp/alone.ts': 'export const alone = 1;\n' });
    expect(text).toContain('nothing was checked');
    expect(status).toBe(1);
  });

  it('fails when there is no room', () => {
    const { status, text } = check({ 'README.md': '' });
    expect(text).toContain('no room was found');
    expect(status).toBe(1);
  });
});
