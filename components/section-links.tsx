import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';

/** A way to another page: what it is called, and what one finds there. */
export type SectionLink = { readonly title: TextKey; readonly lead: TextKey; readonly onOpen: () => void };

/** Ways to other pages, each with a sentence that says what it is for. */
export function SectionLinks({ links }: { readonly links: readonly SectionLink[] }) {
  const t = useText();
  return (
    <ul class="section-links">
      {links.map(({ title, lead, onOpen }) => (
        <li key={title}>
          <button type="button" onClick={onOpen}>
            {t(title)}
          </button>
          <p>{t(lead)}</p>
        </li>
      ))}
    </ul>
  );
}
