/** Keys of `locales/en.yml` for what an organisation sets. */
export const policiesTextKeys = [
  'policySomebody',
  'policyTitle',
  'policyPortals',
  'policyNoPortals',
  'policyPassphrase',
  'policyAutoLock',
  'policyExport',
  'policyPreset',
  'policyUnreadable',
  'policyHelp',
  'policySiteClosed',
  'policyNeedsPassphrase',
  'policyAskPassphrase',
  'policyMove',
  'policyOpen',
] as const;
