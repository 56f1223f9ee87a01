import { Around, placeOf } from './around.tsx';
import { CodeAlone } from './code-alone.tsx';
import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';

type AddedNoticeProps = {
  readonly issuer: string;
  readonly account: string;
  /**
   * filled: in the box; filling: on its way, perhaps waiting for the next code; not-filled: no box; unknown: nothing was heard of it.
   * `code` is shown after the last two.
   */
  readonly fill: 'filled' | 'filling' | 'not-filled' | 'unknown';
  readonly code: string;
  readonly onShowCodes: () => void;
};

const sentenceKeys = {
  filled: 'addedFilled',
  filling: 'addedFilling',
  'not-filled': 'addedNotFilled',
  unknown: 'addedUnknown',
} as const;

/** Says that the account is saved and what the customer does next on the page. */
export function AddedNotice({ issuer, account, fill, code, onShowCodes }: AddedNoticeProps) {
  const t = useText();
  return (
    <section class="card added" data-fill={fill} role="status" aria-labelledby="added-title">
      <h2 id="added-title">
        <Around sentence={t('addedTitle', [placeOf(0)])}>
          <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
        </Around>
      </h2>
      <p>
        <ForeignText text={account} fallback={t('unnamedAccount')} />
      </p>
      <p class="next-step">{t(sentenceKeys[fill])}</p>
      {(fill === 'not-filled' || fill === 'unknown') && <CodeAlone code={code} />}
      <p class="hint">{t('foundPhone')}</p>
      <button type="button" onClick={onShowCodes}>
        {t('addedShowCodes')}
      </button>
    </section>
  );
}
