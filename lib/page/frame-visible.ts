/**
 * Whether this document's frame is rendered in its parents, up to the top; true for the top document.
 * A parent of another origin hides its frame element from us, which counts as not visible.
 */
export function isFrameVisible(view: Window): boolean {
  for (let current = view; current !== current.parent; current = current.parent) {
    const frame = current.frameElement;
    if (frame === null || !isRendered(frame)) return false;
  }
  return true;
}

function isRendered(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return (
    width >= 20 &&
    height >= 20 &&
    frame.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  );
}
