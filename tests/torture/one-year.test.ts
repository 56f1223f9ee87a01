import { describe, expect, it } from 'vitest';
import { beginnings, live } from '../support/age/live.ts';
import { cases, seed } from '../support/chance.ts';

describe(`a year of use (seed ${seed})`, () => {
  it.each(beginnings)('from schema %i on loses nothing, grows by nothing, and says what is', async (schema) => {
    const { faults, counts, days } = await live(schema, cases(365), seed + schema);
    console.log(JSON.stringify({ schema, days, counts }));
    expect(faults).toEqual([]);
  });
});
