import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder } from './build.ts';

type Message = { readonly code: string; readonly file: string; readonly line: number; readonly column: number };

it("passes Mozilla's linter with Preact's innerHTML line as the only warning", {
  timeout: 60_000,
}, () => {
  const folder = buildFolder('firefox');
  const program = resolve(import.meta.dirname, '../../node_modules/.bin/web-ext');
  const outcome = spawnSync(program, ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'], {
    encoding: 'utf8',
  });
  const { errors, warnings, notices }: { errors: Message[]; warnings: Message[]; notices: Message[] } = JSON.parse(
    outcome.stdout,
  );
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
  for (const { file, line, column } of warnings) {
    const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
    // Preact's dangerouslySetInnerHTML, which Doorcode does not use.
    expect(text.slice(Math.max(0, column - 200), column + 200)).toContain('__html');
  }
});
