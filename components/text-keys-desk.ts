/** Keys of `locales/en.yml` for what the page of all accounts does with one site or one account. */
export const deskTextKeys = [
  'sitesStop',
  'sitesStopLabel',
  'sitesStopTitle',
  'sitesStopOwnLead',
  'sitesStopAllLead',
  'sitesStopAll',
  'sitesKeep',
  'sitesNoAccount',
  'sitesStopped',
  'sitesByPress',
] as const;
