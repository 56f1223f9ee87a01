import { AccountName } from './account-name.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { QrPicture } from './qr-picture.tsx';
import { useText } from './text.ts';
import type { LeftOutView } from './view-models.ts';

const reasonKeys = {
  steam: 'moveLeftSteam',
  'period-not-30': 'moveLeftPeriod',
  'digits-not-6-or-8': 'moveLeftDigits',
  'too-long': 'moveLeftLong',
} as const;

type MovePictureProps = {
  /** One code, or several to be shown one after another; none where no account can travel. */
  readonly pictures: readonly (readonly (readonly boolean[])[])[];
  readonly index: number;
  readonly many: boolean;
  readonly leftOut: readonly LeftOutView[];
  readonly onTurn: (index: number) => void;
  readonly onHide: () => void;
};

/** The codes for the phone, one at a time, and the accounts that have to go another way. */
export function MovePicture({ pictures, index, many, leftOut, onTurn, onHide }: MovePictureProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const modules = pictures[index];
  const place = [String(index + 1), String(pictures.length)];
  return (
    <section class="move" aria-labelledby="move-title">
      <h2 id="move-title" ref={title} tabIndex={-1}>
        {t('moveScanTitle')}
      </h2>
      {modules === undefined ? (
        <p>{t('moveNone')}</p>
      ) : (
        <>
          <QrPicture key={index} modules={modules} label={t(many ? 'moveQrMany' : 'moveQrOne', place)} />
          {pictures.length > 1 && (
            <p role="status" class="strong">
              {t('movePlace', place)}
            </p>
          )}
          <p>{t(many ? 'moveScanMany' : 'moveScanOne')}</p>
        </>
      )}
      <div class="buttons">
        {index > 0 && (
          <button type="button" onClick={() => onTurn(index - 1)}>
            {t('movePrevious')}
          </button>
        )}
        {index + 1 < pictures.length && (
          <button type="button" class="primary" onClick={() => onTurn(index + 1)}>
            {t('moveNext')}
          </button>
        )}
        <button type="button" onClick={onHide}>
          {t('moveHide')}
        </button>
      </div>
      {leftOut.length > 0 && (
        <>
          <h3>{t('moveLeftTitle')}</h3>
          <ul>
            {leftOut.map(({ entryId, issuer, account, why }) => (
              <li key={entryId}>
                <AccountName issuer={issuer} account={account} />: {t(reasonKeys[why])}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
