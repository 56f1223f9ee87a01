import { expect, it } from 'vitest';
import { passphraseSlot } from '../../../lib/vault/passphrase-slot.ts';
import { leastScrypt } from './samples.ts';

const passphrase = { kind: 'passphrase', id: 'a', kdf: leastScrypt } as const;
const computer = { kind: 'computer', id: 'b' } as const;
const recovery = { kind: 'recovery', id: 'c', salt: '' } as const;

it('is the one that a passphrase opens, wherever it stands, and null where this computer or an emergency key opens all', () => {
  expect(passphraseSlot([recovery, passphrase])).toBe(passphrase);
  expect(passphraseSlot([computer, recovery])).toBe(null);
  expect(passphraseSlot([])).toBe(null);
});
