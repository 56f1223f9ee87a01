import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foreignFormats } from '../../../lib/backup/foreign/formats.ts';
import { formatsPage } from '../../../scripts/formats/page.ts';

describe('the page of formats', () => {
  it('is what the tables of the code say (npm run formats writes it)', () => {
    expect(readFileSync(new URL('../../../docs/other-apps.md', import.meta.url), 'utf8')).toBe(formatsPage());
  });

  it('names every format once', () => {
    const ids = foreignFormats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
  });
});
