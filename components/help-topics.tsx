import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

const topics = [
  { title: 'helpEnable', texts: ['helpEnableText', 'helpEnableMore'] },
  { title: 'helpDisable', texts: ['helpDisableText', 'helpDeviceText'] },
  { title: 'helpLost', texts: ['helpLostText', 'helpLostDesk', 'helpLostMore'] },
  { title: 'helpPhone', texts: ['helpPhoneText', 'helpSharedText'] },
  { title: 'helpWhere', texts: ['helpWhereText', 'helpWhereSaved', 'helpWherePrivate', 'helpWhereGone'] },
] as const;

/** Short answers to what customers ask about two-factor login; `unfolded`: the one that was asked for. */
export function HelpTopics({
  unfolded,
  onBack,
}: {
  readonly unfolded?: (typeof topics)[number]['title'];
  /** Absent where the page's own navigation leads away. */
  readonly onBack?: () => void;
}) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const asked = useFocusOnShow<HTMLElement>();
  return (
    <section class="view help" aria-labelledby="help-title">
      <h1 id="help-title" ref={title} tabIndex={-1}>
        {t('helpTitle')}
      </h1>
      {topics.map((topic) => (
        <details key={topic.title} open={topic.title === unfolded}>
          <summary ref={topic.title === unfolded ? asked : null}>{t(topic.title)}</summary>
          {topic.texts.map((text) => (
            <p key={text}>{t(text)}</p>
          ))}
        </details>
      ))}
      {onBack !== undefined && (
        <button type="button" class="plain" onClick={onBack}>
          {t('back')}
        </button>
      )}
    </section>
  );
}
