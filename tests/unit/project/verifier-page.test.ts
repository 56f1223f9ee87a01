import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codeAt } from '../../../lib/otp/code.ts';
import { parametersOf } from '../../../portal/key-uri.ts';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/verifier.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'doorcode-page-'));

afterAll(() => rmSync(folder, { recursive: true }));

describe('the page about the verifier', () => {
  it('names tests that exist, one in each row of its table', () => {
    const rows = page.split('\n').filter((line) => /^\| [^-]/.test(line) && !line.startsWith('| rule |'));
    expect(rows.length).toBeGreaterThan(20);
    const missing = rows.filter((row) => {
      const [, file = '', name = ''] = /`(tests\/[^`]+)`: “([^”]+)” \|$/.exec(row) ?? [];
      return !existsSync(join(root, file)) || name === '' || !readFileSync(join(root, file), 'utf8').includes(name);
    });
    expect(missing).toEqual([]);
  });

  it('gives an example that accepts a code once, follows the clock, and waits after a failure', async () => {
    const example = join(folder, 'example.ts');
    const text = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    writeFileSync(example, text.replaceAll("'../lib/", `'${root}/lib/`));
    const { acceptCode } = await import(example);
    const secret = new Uint8Array(20).fill(7);
    const factor = { secret, lastAcceptedStep: null, driftSteps: 0, failures: 0, lastFailureUnixMs: 0 };
    const nowUnixMs = 59_000_000_010;
    const codeOf = (steps: number): string => codeAt(parametersOf(secret), nowUnixMs + steps * 30_000).code;
    expect(acceptCode(factor, 'abcdef', nowUnixMs)).toBe(false);
    expect(acceptCode(factor, codeOf(1), nowUnixMs + 1_999)).toBe(false);
    expect(acceptCode(factor, codeOf(1), nowUnixMs + 2_000)).toBe(true);
    expect(factor).toMatchObject({ driftSteps: 1, failures: 0 });
    expect(acceptCode(factor, codeOf(1), nowUnixMs + 3_000)).toBe(false);
    expect(acceptCode(factor, codeOf(2), nowUnixMs + 5_000)).toBe(true);
  });
});
