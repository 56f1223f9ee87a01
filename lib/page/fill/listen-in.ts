/**
 * Listens in trees for events, before who else listens there.
 * @returns what ends it
 */
export function listenIn(
  trees: readonly EventTarget[],
  signs: readonly string[],
  act: (event: Event) => void,
): AbortController {
  const listening = new AbortController();
  for (const tree of trees)
    for (const sign of signs) tree.addEventListener(sign, act, { capture: true, signal: listening.signal });
  return listening;
}
