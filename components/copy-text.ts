import type { Translate } from './text.ts';
import type { CopyView } from './view-models.ts';

const moment = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const kilobytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

/** A time as a copy is known by: its day of the week, its date, hours and minutes. */
export const momentOf = (unixMs: number): string => moment.format(unixMs);

/** The size of a copy; what is there is never said to be nothing. */
export const sizeOf = ({ size }: CopyView): string => kilobytes.format(Math.max(1, Math.round(size / 1_000)));

/** What a copy is called, in plain words; which of the latest two a damaged one is cannot be told. */
export function nameOf(copy: CopyView, all: readonly CopyView[], t: Translate): string {
  const { place, generation, writtenUnixMs } = copy;
  if (place === 'mirror') return t('copyApart');
  if (place !== 'a' && place !== 'b')
    return writtenUnixMs === null ? t('copyDay') : t('copyOf', [momentOf(writtenUnixMs)]);
  if (generation === null) return t('copyEither');
  // What a newer Doorcode wrote tells no number, and is later.
  const isBefore = all.some((one) => (one.generation ?? 0) > generation || one.fault === 'newer-version');
  return t(isBefore ? 'copyBefore' : 'copyLatest');
}
