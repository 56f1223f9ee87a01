/** The commands that the keyboard can give, in the order in which they are shown. */
export const keyCommands = ['fill-code', 'add-from-page', 'lock-vault'] as const;

/** A command with its keys as the browser names them; '' where it has none. */
export type Shortcut = { readonly command: (typeof keyCommands)[number]; readonly key: string };

/** What the browser says of these commands; of others, such as the browser's own, nothing. */
export const shortcutsOf = (
  said: readonly { readonly name?: string | undefined; readonly shortcut?: string | undefined }[],
): readonly Shortcut[] =>
  keyCommands.map((command) => ({ command, key: said.find(({ name }) => name === command)?.shortcut ?? '' }));
