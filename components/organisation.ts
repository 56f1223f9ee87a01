import type { Policies } from '../lib/app/policies.ts';
import type { Translate } from './text.ts';

/** The name of who set something, to stand within a sentence. */
export const organisationOf = (t: Translate, { organisationName }: Pick<Policies, 'organisationName'>): string =>
  organisationName ?? t('policySomebody');
