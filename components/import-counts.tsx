import { counted, listText } from './formats.ts';
import { useText } from './text.ts';

/** How many accounts of each kind wait to be added together. */
export type ImportCountsProps = {
  readonly fresh: number;
  readonly same: number;
  readonly differing: number;
  readonly unreadable: number;
};

/** Says in one line what adding would do; kinds that there is none of are left out. */
export function ImportCounts({ fresh, same, differing, unreadable }: ImportCountsProps) {
  const t = useText();
  const counts = [
    [fresh, 'importCountNew'],
    [same, 'importCountSame'],
    [differing, 'importCountDiffers'],
    [unreadable, 'importCountUnreadable'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, key]) => counted(t, key, count));
  return said.length === 0 ? null : <p class="import-counts strong">{listText(t, said)}</p>;
}
