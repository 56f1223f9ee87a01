/** Whether a refusal is about what was to open the vault: the passphrase, or this computer's key, which is gone. */
export const isWrongKey = (reason: string): boolean => reason === 'wrong-passphrase' || reason === 'no-computer-key';
