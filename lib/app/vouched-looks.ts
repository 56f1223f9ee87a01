import type { FrameLook } from './page-ports.ts';

/** Whether a frame says that it has a box at an origin of its own, so that a code could go there. */
export const claimsBox = ({ frameId, origin, box }: FrameLook): boolean =>
  frameId !== 0 && box !== 'none' && origin !== 'null';

/**
 * Leaves out frames whose word for their own origin the browser does not bear out: a process that holds another site's document
 * could name any.
 * @param vouched origins by document, as the browser names the senders of messages
 */
export const vouchedLooks = (looks: readonly FrameLook[], vouched: ReadonlyMap<string, string>): readonly FrameLook[] =>
  looks.filter((look) => !claimsBox(look) || vouched.get(look.documentId) === look.origin);
