import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorcode-score-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const score = (name: string, options: readonly string[]) => {
  const script = resolve(import.meta.dirname, `../../score/${name}.ts`);
  const outcome = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8', cwd: folder });
  return { status: outcome.status, first: outcome.stderr.split('\n')[0], said: outcome.stdout + outcome.stderr };
};

describe.each(['fields', 'qr'])('score:%s', (name) => {
  it.each([
    ['no path', [], /^Usage: npm run score:\w+ -- F/],
    ['an unknown option', ['--fast', 'x'], /^Unknown option '--fast'/],
    ['a path where nothing is', ['missing'], /^There is no missing/],
  ])('answers %s with one sentence and the usage, never a stack', (_, options, sentence) => {
    const { status, first, said } = score(name, options);
    expect(first).toMatch(sentence);
    expect(said).toContain(`Usage: npm run score:${name} -- `);
    expect(said).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });

  it.each([
    ['no JSON', 'otpauth', /is not a JSON file that can be read/],
    ['no list', '{}', /holds no list/],
    ['a case without what a case has', '[{"id":"a","file":"a.png"}]', /^Case 1 of .* has no "(?:app|category)"/],
  ])('answers a file with %s with one sentence', (_, text, sentence) => {
    writeFileSync(join(folder, 'expected.json'), text);
    const { status, first, said } = score(name, [name === 'qr' ? '.' : 'expected.json']);
    expect(first).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });
});

it('score:fields answers a folder with one sentence', () => {
  expect(score('fields', ['.']).first).toMatch(/^\. is not a JSON file that can be read \(EISDIR/);
});

it('score:alarms measures without a browser, and names each false page on the other stream', () => {
  const page = { app: 'an app', lang: 'en', title: null, form: null, fields: [], otp: null };
  const heard = { ...page, id: 'heard', kind: 'search', headings: ['Two-factor authentication is now enabled.'] };
  const silent = { ...page, id: 'silent', kind: 'search', headings: ['Find a domain'] };
  writeFileSync(join(folder, 'pages.json'), JSON.stringify([heard, silent]));
  const { status, first, said } = score('alarms', ['pages.json']);
  expect(status).toBe(0);
  expect(first).toBe('FALSE heard (search): accepted | Two-factor authentication is now enabled.');
  expect(said).toContain('\nRESULT {"pages":2,"backupCodesOffered":0,"switchedOff":0,"accepted":1,"refused":0}\n');
});

it('score:alarms answers no path with the usage', () => {
  expect(score('alarms', [])).toMatchObject({
    status: 1,
    first: expect.stringMatching(/^Usage: npm run score:alarms/),
  });
});

it('score:qr names a picture that is not there', () => {
  const one = { file: 'a.png', category: 's-plain', expected: ['text'], negative: false, origin: 'synthetic' };
  writeFileSync(join(folder, 'expected.json'), JSON.stringify([one]));
  expect(score('qr', ['.'])).toMatchObject({
    status: 1,
    said: 'expected.json names a.png, which is not in the folder.\n',
  });
});
