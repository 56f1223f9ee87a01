import { type Decoders, ofTab } from './decoder.ts';

/** The settings, and the clock that codes are made by. */
export const settingDecoders = {
  settings: () => ({ kind: 'settings' }),
  policies: () => ({ kind: 'policies' }),
  'set-shared-computer': ({ shared }) => (typeof shared === 'boolean' ? { kind: 'set-shared-computer', shared } : null),
  'check-clock': ofTab('check-clock'),
  'correct-codes': ({ seconds }) =>
    typeof seconds === 'number' && Number.isSafeInteger(seconds) ? { kind: 'correct-codes', seconds } : null,
  'stop-correcting': () => ({ kind: 'stop-correcting' }),
  'check-up': () => ({ kind: 'check-up' }),
} satisfies Decoders;
