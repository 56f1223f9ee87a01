import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { ForeignText } from './foreign-text.tsx';
import { useGivenPictures } from './given-pictures.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { UnreadPictureView } from './view-models.ts';

const reasonKeys = {
  'no-code': 'phoneUnreadNoCode',
  'other-code': 'phoneUnreadOther',
  'unknown-kind': 'phoneUnreadKind',
  'too-large': 'phoneUnreadLarge',
  'too-many': 'phoneUnreadMany',
  'one-file': 'fileUnreadMore',
  'no-key': 'phoneUnreadText',
} as const;

type PhonePicturesProps = {
  readonly busy: boolean;
  /** Which of the chosen pictures is being read, from 1. */
  readonly reading: { readonly place: number; readonly of: number } | null;
  readonly unread: readonly UnreadPictureView[];
  /** Its heading, which takes the focus where a file is left. */
  readonly title?: RefObject<HTMLHeadingElement | null>;
  readonly onPictures: (files: readonly File[]) => void;
  /** A text that was dropped or pasted. */
  readonly onText: (text: string) => void;
};

/** Takes pictures of a phone's codes: chosen, dropped or pasted. */
export function PhonePictures({ busy, reading, unread, title, onPictures, onText }: PhonePicturesProps) {
  const t = useText();
  const id = useId();
  useGivenPictures({ onPictures, onText });
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} {...(title === undefined ? {} : { ref: title })}>
        {t('phonePictures')}
      </h2>
      <div class="field">
        <label for={id}>{t('phoneChoose')}</label>
        <input
          id={id}
          type="file"
          multiple
          disabled={busy}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same picture may be chosen again.
            currentTarget.value = '';
            if (files.length > 0) onPictures(files);
          }}
        />
        <p class="hint" id={`${id}-hint`}>
          {t('phoneChooseHint')}
        </p>
      </div>
      <p role="status">{reading === null ? '' : t('phoneReading', [String(reading.place), String(reading.of)])}</p>
      {unread.length > 0 && (
        <Notice kind="warning">
          <p>{t('phoneUnreadTitle')}</p>
          <ul>
            {unread.map(({ name, why }, index) => (
              <li key={`${index}-${name}`}>
                <ForeignText text={name} fallback={t(why === 'no-key' ? 'pastedText' : 'phonePicture')} />:{' '}
                {t(reasonKeys[why])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
