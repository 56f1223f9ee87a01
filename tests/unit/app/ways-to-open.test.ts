import { expect, it } from 'vitest';
import { waysToOpen } from '../../../lib/app/ways-to-open.ts';
import { leastScrypt } from '../vault/samples.ts';

const computer = { kind: 'computer', id: 'c' } as const;
const passphrase = { kind: 'passphrase', id: 'p', kdf: leastScrypt } as const;
const recovery = { kind: 'recovery', id: 'r', salt: 'AAAA' } as const;

it('a locked vault asks for the keys that it opens with, and for no other', () => {
  expect(waysToOpen([computer])).toEqual({ withoutPassphrase: true, hasEmergencyKey: false });
  expect(waysToOpen([passphrase])).toEqual({ withoutPassphrase: false, hasEmergencyKey: false });
  expect(waysToOpen([computer, recovery])).toEqual({ withoutPassphrase: true, hasEmergencyKey: true });
  expect(waysToOpen([recovery, passphrase])).toEqual({ withoutPassphrase: false, hasEmergencyKey: true });
});
