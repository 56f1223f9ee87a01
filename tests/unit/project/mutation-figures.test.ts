import { describe, expect, it } from 'vitest';
import { figuresOf, isReport, tableOf, withTable } from '../../mutation/rooms.ts';

const mutants = (...all: readonly string[]) => ({ mutants: all.map((status) => ({ status })) });

describe('the figures of mutation testing', () => {
  it('are counted by room, the decision on a fill by itself', () => {
    const report = {
      files: {
        'lib/vault/a.ts': mutants('Killed', 'Survived'),
        'lib/otp/a.ts': mutants('Killed', 'Timeout', 'RuntimeError'),
        'lib/app/authorise-fill.ts': mutants('NoCoverage'),
        'lib/otp/b.ts': mutants('Killed', 'NoCoverage', 'Ignored'),
      },
    };
    expect(figuresOf(report)).toEqual([
      { room: 'lib/app/authorise-fill.ts', killed: 0, timedOut: 0, survived: 0, uncovered: 1, score: 0 },
      { room: 'lib/otp', killed: 2, timedOut: 1, survived: 0, uncovered: 1, score: 75 },
      { room: 'lib/vault', killed: 1, timedOut: 0, survived: 1, uncovered: 0, score: 50 },
    ]);
  });

  it('come from nothing but a report', () => {
    expect(isReport({ files: { 'lib/otp/a.ts': mutants('Killed') } })).toBe(true);
    for (const other of [null, [], {}, { files: null }, { files: { 'lib/otp/a.ts': {} } }])
      expect(isReport(other)).toBe(false);
  });

  it('take the place of earlier ones in the page', () => {
    const table = tableOf([{ room: 'lib/otp', killed: 3, timedOut: 0, survived: 1, uncovered: 0, score: 75 }]);
    expect(table.split('\n').at(-1)).toBe('| `lib/otp` | 3 | 0 | 1 | 0 | 75.0 % |');
    const page = 'before\n<!-- figures -->\nold\n<!-- /figures -->\nafter';
    expect(withTable(page, 'new')).toBe('before\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\nafter');
    expect(() => withTable('a page without marks', 'new')).toThrow(RangeError);
  });
});
