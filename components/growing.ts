import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

// What a popup shows at once, and what is there soon after; a thousand rows would take longer to draw than to find by searching.
const [firstRows, soonRows] = [6, 15];
const moreRows = 100;

/**
 * How much of a long list is drawn: its beginning, and more as soon as the button at its end is pressed or comes into sight.
 * @param least rows that are there from the first picture on, as the focus goes to one of them
 */
export function useGrowing(
  length: number,
  least = 0,
): {
  readonly shown: number;
  readonly end: RefObject<HTMLButtonElement | null>;
  readonly more: () => void;
} {
  const end = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(Math.max(firstRows, least));
  const more = () => setShown((rows) => rows + moreRows);
  useEffect(() => {
    // Once the first picture is painted and nothing else waits; where a browser cannot tell, the button at the end does it.
    const soon = globalThis.requestIdleCallback?.(() => setShown((rows) => Math.max(rows, soonRows)));
    return () => {
      if (soon !== undefined) cancelIdleCallback(soon);
    };
  }, []);
  useEffect(() => {
    const button = end.current;
    if (button === null) return;
    const watching = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) more();
    });
    watching.observe(button);
    return () => watching.disconnect();
  }, [shown, length]);
  return { shown, end, more };
}
