import { expect, it } from 'vitest';
import type { FrameLook } from '../../../lib/app/page-ports.ts';
import { vouchedLooks } from '../../../lib/app/vouched-looks.ts';

const BANK = 'https://bank.example';
const look = (part: Partial<FrameLook>): FrameLook => ({
  documentId: 'F',
  frameId: 3,
  origin: BANK,
  visible: true,
  box: 'challenge',
  ...part,
});
const top = look({ documentId: 'T', frameId: 0, box: 'none' });

it('leaves out a frame that names an origin which the browser does not', () => {
  for (const vouched of [new Map([['F', 'https://evil.example']]), new Map<string, string>()])
    expect(vouchedLooks([top, look({})], vouched)).toEqual([top]);
});

it('keeps a frame whose origin the browser names too, and those that no code could go to', () => {
  const harmless = [look({ box: 'none' }), look({ documentId: 'O', origin: 'null' })];
  expect(vouchedLooks([top, look({}), ...harmless], new Map([['F', BANK]]))).toEqual([top, look({}), ...harmless]);
});
