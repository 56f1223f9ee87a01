import type { PopupPorts } from './core.ts';

/** Copies a code, or several; false where the browser refused, as it may when the popup lost its focus meanwhile. */
export const copyCode = async ({ copyText }: Pick<PopupPorts, 'copyText'>, code: string): Promise<boolean> =>
  copyText(code).then(
    () => true,
    () => false,
  );
