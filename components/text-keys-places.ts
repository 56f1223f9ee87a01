/** Keys of `locales/en.yml` for the places where Doorcode can be reached: the panel, the keyboard. */
export const placesTextKeys = [
  'panelOpen',
  'panelLead',
  'panelPress',
  'shortcutsTitle',
  'shortcutsNone',
  'shortcutsChange',
] as const;
