import { hostOf } from '../shadow-tree.ts';

/** An element and the hosts of the shadow trees it stands in, from the inside out. */
function hostsOf(element: Element): Element[] {
  const host = hostOf(element);
  return [element, ...(host === null ? [] : hostsOf(host))];
}

/** Whether `later` comes after `first` as a person reads them, also where one of them stands in a shadow tree. */
export function isAfter(first: Element, later: Element): boolean {
  for (const one of hostsOf(first)) {
    const other = hostsOf(later).find((host) => host.getRootNode() === one.getRootNode());
    if (other === undefined) continue;
    return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
}
