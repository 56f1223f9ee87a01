import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A ref whose element takes the focus once, when its view appears: the popup has no focus of its own.
 * @param takes false where something else in the view takes it
 */
export function useFocusOnShow<E extends HTMLElement>(takes = true): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (takes) ref.current?.focus();
  }, []);
  return ref;
}
