/** Keys of `locales/en.yml` for one site on the page of all accounts, and for a page that cannot be read. */
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
  'nothingClosed',
] as const;
