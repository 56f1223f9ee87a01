/** Keys of `locales/en.yml` for clearing a copied code once its window is closed. */
export const clearTextKeys = ['clearClosed', 'clearClosedHint', 'clearCopiedLater'] as const;
