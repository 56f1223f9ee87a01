import type { ComponentChildren } from 'preact';
import { Around, placeOf } from './around.tsx';
import { ForeignText } from './foreign-text.tsx';
import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';
import type { LookAlikeView } from './view-models.ts';

const differenceKeys = {
  'other-scheme': 'lookAlikeScheme',
  'other-port': 'lookAlikePort',
  'same-domain': 'lookAlikeDomain',
  confusable: 'lookAlikeConfusable',
  'other-ending': 'lookAlikeEnding',
  'one-edit': 'lookAlikeOneEdit',
  'name-as-subdomain': 'lookAlikeInside',
} as const satisfies Record<LookAlikeView['kind'], TextKey>;

type LookAlikeProps = {
  readonly lookAlike: LookAlikeView;
  /** What follows from it, for the customer. */
  readonly children: ComponentChildren;
};

/** Says that this page is not the site it is easily taken for, how they differ, and shows both names one under the other. */
export function LookAlike({ lookAlike, children }: LookAlikeProps) {
  const t = useText();
  return (
    <div class="look-alike" role="alert">
      <p class="strong">
        <Around sentence={t('lookAlikeTitle', [placeOf(0)])}>
          <ForeignText text={lookAlike.known.name} />
        </Around>
      </p>
      <p>{t(differenceKeys[lookAlike.kind])}</p>
      <dl class="compared">
        <dt>{t('lookAlikeKnown')}</dt>
        <dd>
          <SiteName site={lookAlike.known} />
        </dd>
        <dt>{t('lookAlikeHere')}</dt>
        <dd>
          <SiteName site={lookAlike.here} />
        </dd>
      </dl>
      <p>{children}</p>
    </div>
  );
}
