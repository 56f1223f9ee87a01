import { monogramColour, monogramOf } from './monogram-of.ts';
import { useProviderIcon } from './use-provider-icon.ts';
import type { SiteNameView } from './view-models.ts';

type MonogramProps = {
  readonly name: string;
  /** Every site that may get the account's code, and the one that it would be added for. */
  readonly sites: readonly SiteNameView[];
};

/** A sign for the eye beside a name, which says it to those who hear the screen: a provider's where the sites agree with the name. */
export function Monogram({ name, sites }: MonogramProps) {
  const icon = useProviderIcon(
    name,
    sites.map((site) => site.ascii ?? site.name),
  );
  if (icon === null)
    return (
      <span class="monogram" data-colour={monogramColour(name)} aria-hidden="true">
        {monogramOf(name) || '–'}
      </span>
    );
  // As attributes, which the style sheet overrides for those who ask for more contrast.
  return (
    <svg class="monogram provider" viewBox="-6 -6 36 36" aria-hidden="true">
      <rect class="provider-ground" x="-6" y="-6" width="36" height="36" fill={icon.ground} />
      <path class="provider-sign" d={icon.path} fill={icon.sign} />
    </svg>
  );
}
