import { numberText, timeText } from './formats.ts';
import type { Translate } from './text.ts';
import type { CopyView } from './view-models.ts';

const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;
const kilobytes = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 } as const;

/** A time as a copy is known by: its day of the week, its date, hours and minutes. */
export const momentOf = (t: Translate, unixMs: number): string => timeText(t, unixMs, moment);

/** The size of a copy; what is there is never said to be nothing. */
export const sizeOf = (t: Translate, { size }: CopyView): string =>
  numberText(t, Math.max(1, Math.round(size / 1_000)), kilobytes);

/** What a copy is called, in plain words; which of the latest two a damaged one is cannot be told. */
export function nameOf(copy: CopyView, all: readonly CopyView[], t: Translate): string {
  const { place, generation, writtenUnixMs } = copy;
  if (place === 'mirror') return t('copyApart');
  if (place !== 'a' && place !== 'b')
    return writtenUnixMs === null ? t('copyDay') : t('copyOf', [momentOf(t, writtenUnixMs)]);
  if (generation === null) return t('copyEither');
  // What a newer Doorcode wrote tells no number, and is later.
  const isBefore = all.some((one) => (one.generation ?? 0) > generation || one.fault === 'newer-version');
  return t(isBefore ? 'copyBefore' : 'copyLatest');
}
