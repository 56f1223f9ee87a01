import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';
import type { OtherCodeView } from './view-models.ts';

const nameKeys = {
  link: 'otherLink',
  wifi: 'otherWifi',
  contact: 'otherContact',
  'unknown-key': 'otherUnknownKey',
  'damaged-key': 'otherDamagedKey',
  text: 'otherText',
} as const;

/** Names the symbols that are no usable key, so that nobody wonders which one was taken; never a link to follow. */
export function OtherCodes({ codes }: { codes: readonly OtherCodeView[] }) {
  const t = useText();
  if (codes.length === 0) return null;
  return (
    <section class="others" aria-labelledby="others-title">
      <h2 id="others-title">{t('othersTitle')}</h2>
      <ul>
        {codes.map((code, index) => (
          <li key={`${index}-${code.kind}`}>
            <span class="strong">{t(nameKeys[code.kind])}</span> {code.text !== '' && <ForeignText text={code.text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
