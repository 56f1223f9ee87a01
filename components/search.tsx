import { useId } from 'preact/hooks';
import { useText } from './text.ts';

type SearchProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Arrow down: the focus should go to the first code. */
  readonly onLeaveDown?: () => void;
};

/** Narrows the list; Escape empties it first, and only when empty closes the popup as the browser does. */
export function Search({ query, onQuery, onLeaveDown }: SearchProps) {
  const t = useText();
  const id = useId();
  return (
    <search class="search">
      <label class="visually-hidden" for={id}>
        {t('searchLabel')}
      </label>
      <input
        id={id}
        type="search"
        value={query}
        placeholder={t('searchLabel')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            onQuery('');
          }
          if (event.key === 'ArrowDown' && onLeaveDown !== undefined) {
            event.preventDefault();
            onLeaveDown();
          }
        }}
      />
    </search>
  );
}
