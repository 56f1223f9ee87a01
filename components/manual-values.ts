import { err, ok, type Result } from '../lib/result.ts';
import type { ManualValues } from './view-models.ts';

/** The numbers stay text while typed, so that an emptied box is not taken for 0. */
export type ManualDraft = Pick<ManualValues, 'issuer' | 'account' | 'secretText' | 'kind' | 'algorithm'> & {
  readonly digits: string;
  readonly periodSeconds: string;
  readonly counter: string;
};

/** A box of the form that takes a whole number. */
export type NumberField = 'digits' | 'periodSeconds' | 'counter';

/** The defaults of the key URI format: what a site means when it says nothing. */
export const usualCodes = { kind: 'totp', algorithm: 'SHA1', digits: '6', periodSeconds: '30', counter: '0' } as const;

const bounds = {
  digits: [1, 10],
  periodSeconds: [1, Number.MAX_SAFE_INTEGER],
  counter: [0, Number.MAX_SAFE_INTEGER],
} as const;

// A box that the kind of code does not show cannot be put right either.
const shown: Readonly<Record<ManualDraft['kind'], readonly NumberField[]>> = {
  totp: ['digits', 'periodSeconds'],
  hotp: ['digits', 'counter'],
  steam: [],
};

function isWhole(text: string, [least, most]: readonly [number, number]): boolean {
  return /^\d{1,16}$/u.test(text) && Number(text) >= least && Number(text) <= most;
}

/** The form's values; else the box whose number is missing, not whole, or outside digits 1..10, period 1.., counter 0..2^53-1. */
export function manualValues(draft: ManualDraft): Result<ManualValues, NumberField> {
  const wrong = shown[draft.kind].find((field) => !isWhole(draft[field], bounds[field]));
  if (wrong !== undefined) return err(wrong);
  const of = (field: NumberField): number => Number((shown[draft.kind].includes(field) ? draft : usualCodes)[field]);
  return ok({ ...draft, digits: of('digits'), periodSeconds: of('periodSeconds'), counter: of('counter') });
}
