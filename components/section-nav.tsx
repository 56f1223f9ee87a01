import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';

type SectionNavProps<Section extends string> = {
  readonly sections: readonly Section[];
  readonly titles: Readonly<Record<Section, TextKey>>;
  readonly current: string;
};

/** The sections of a page as links, the current one marked. */
export function SectionNav<Section extends string>({ sections, titles, current }: SectionNavProps<Section>) {
  const t = useText();
  return (
    <nav class="sections" aria-label={t('managerNav')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a href={`#${section}`} aria-current={section === current ? 'page' : undefined}>
              {t(titles[section])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
