import { AccountName } from './account-name.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { counted } from './formats.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

type AddedTogetherProps = {
  readonly sentence: string;
  /** Null where it cannot be taken back. */
  readonly onUndo: (() => void) | null;
};

/** Says how many accounts were added together, and offers to take them back. */
export function AddedTogether({ sentence, onUndo }: AddedTogetherProps) {
  const t = useText();
  // Not the button: a second press of the key that added them would take them back.
  const said = useFocusOnShow<HTMLParagraphElement>();
  return (
    <>
      <p ref={said} tabIndex={-1}>
        {sentence}
      </p>
      {onUndo !== null && (
        <button type="button" onClick={onUndo}>
          {t('importUndo')}
        </button>
      )}
    </>
  );
}

type TakenBackProps = {
  readonly removed: number;
  /** Those that were used or changed since, and stay. */
  readonly stayed: readonly { readonly issuer: string; readonly account: string }[];
};

/** Says what became of accounts that were added together and taken back. */
export function TakenBack({ removed, stayed }: TakenBackProps) {
  const t = useText();
  return (
    <Notice kind={removed + stayed.length === 0 ? 'info' : 'success'}>
      <p>{removed + stayed.length === 0 ? t('importUndoGone') : counted(t, 'importUndone', removed)}</p>
      {stayed.length > 0 && (
        <>
          <p>{t('importStayed')}</p>
          <ul>
            {stayed.map(({ issuer, account }, index) => (
              <li key={index}>
                <AccountName issuer={issuer} account={account} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
