/**
 * Moves the focus among the elements of `selector` inside `root` for ArrowDown, ArrowUp, Home and End, starting from
 * the row that holds the focus; returns whether the key was one of these and something took the focus.
 */
export function moveFocus(root: HTMLElement, selector: string, key: string): boolean {
  const targets = Array.from(root.querySelectorAll<HTMLElement>(selector));
  const active = root.ownerDocument.activeElement;
  const current = targets.findIndex(
    (target) => target === active || (active !== null && target.closest('li')?.contains(active) === true),
  );
  const last = targets.length - 1;
  const wanted = {
    ArrowDown: Math.min(current + 1, last),
    ArrowUp: Math.max(current - 1, 0),
    Home: 0,
    End: last,
  };
  if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Home' && key !== 'End') return false;
  const target = targets[wanted[key]];
  target?.focus();
  return target !== undefined;
}
