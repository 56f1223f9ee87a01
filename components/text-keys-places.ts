/** Keys of `locales/en.yml` for the places where Doorcode can be reached: the toolbar button, the panel, the keyboard. */
export const placesTextKeys = [
  'panelOpen',
  'panelLead',
  'panelPress',
  'panelFailed',
  'shortcutsTitle',
  'shortcutsNone',
  'shortcutsChange',
] as const;
