import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/security-targets.md'), 'utf8');
const commands = [...page.matchAll(/`(np(?:x vitest|m run) [^`]+)`/g)].map(([, command = '']) => command);

describe('the page of security targets', () => {
  it('has a row for each of T1 to T25, in their order', () => {
    const rows = [...page.matchAll(/^\| (T\d+) \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Array.from({ length: 25 }, (_, index) => `T${index + 1}`));
  });

  it('names commands that there are, and tests that their files hold', () => {
    expect(commands.length).toBeGreaterThan(20);
    const scripts = Object.keys(packageJson.scripts);
    for (const command of commands) {
      const [, script] = /^npm run (\S+)$/.exec(command) ?? [];
      const files = command.match(/tests\/\S+/g) ?? [];
      expect(script === undefined ? files.length > 0 : scripts.includes(script), command).toBe(true);
      const texts = files.map((file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''));
      expect(texts, command).not.toContain('');
      const [, title = ''] = / -t '([^']+)'/.exec(command) ?? [];
      expect(texts.length === 0 || texts.some((text) => text.includes(title)), command).toBe(true);
    }
  });
});
