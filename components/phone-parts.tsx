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
        const named = missingParts.slice(0, mostNamed).join(', ');
        const missing = missingParts.length > mostNamed ? `${named}…` : named;
        const read = String(parts - missingParts.length);
        return (
          <p key={index} class="strong">
            {missing === '' ? t('phonePartsAll', [String(parts)]) : t('phoneParts', [read, String(parts), missing])}
          </p>
        );
      })}
    </div>
  );
}
