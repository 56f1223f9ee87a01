import { counted, listText } from './formats.ts';
import { useText } from './text.ts';
import type { PhoneFoundView } from './view-models.ts';

// More would only be counted, not read.
const mostNamed = 12;

/** Says of each export of several codes how far it was read, and which codes are still to be shown. */
export function PhoneParts({ batches }: Pick<PhoneFoundView, 'batches'>) {
  const t = useText();
  return (
    <div role="status">
      {batches.map(({ parts, missingParts }, index) => {
        const named = listText(t, missingParts.slice(0, mostNamed).map(String));
        const missing = missingParts.length > mostNamed ? `${named}…` : named;
        const read = String(parts - missingParts.length);
        return (
          <p key={index} class="strong">
            {missing === '' ? counted(t, 'phonePartsAll', parts) : t('phoneParts', [read, String(parts), missing])}
          </p>
        );
      })}
    </div>
  );
}
