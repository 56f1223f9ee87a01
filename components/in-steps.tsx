import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from './text.ts';

// More than nearly all files hold, so that their lists are whole at once; ten thousand rows hold a page up for seconds.
const rowsInStep = 1_000;

type InStepsProps<Row> = {
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => ComponentChildren;
};

/** A list of rows, of which a long one is drawn in steps: nothing is drawn by itself, as what stands below the list is looked for too. */
export function InSteps<Row>({ rows, draw }: InStepsProps<Row>) {
  const t = useText();
  const [shown, setShown] = useState(rowsInStep);
  return (
    <>
      <ul class="import-rows">{rows.slice(0, shown).map(draw)}</ul>
      {shown < rows.length && (
        <button type="button" onClick={() => setShown(shown + rowsInStep)}>
          {t('codeMore')}
        </button>
      )}
    </>
  );
}
