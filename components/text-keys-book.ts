/** Keys of `locales/en.yml` for a value that was typed into another box than its own. */
export const typedTextKeys = [
  'typedSetupLink',
  'typedSetupKey',
  'typedEmergencyKey',
  'typedLoginCode',
  'checkBackupCode',
  'checkBackupCodeMore',
] as const;
