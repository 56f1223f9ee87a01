import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Copies a code, and keeps what becomes of it; false where the browser refused, as it may when the popup lost its focus meanwhile. */
export const copyCode = async (
  ports: PopupPorts,
  { current, change }: Pick<Core, 'current' | 'change'>,
  code: string,
) =>
  ports
    .copyCode(code, current().habits.clearSeconds, (copied) => change({ copied }))
    .then(
      () => true,
      () => false,
    );
