import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

// What a popup shows at once, and what is there soon after; a thousand rows would take longer to draw than to find by searching.
const [firstRows, soonRows] = [6, 15];
const moreRows = 100;
// When the first picture has long been painted, and before anybody has scrolled.
const SOON_MS = 100;

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
    const soon = setTimeout(() => setShown((rows) => Math.max(rows, soonRows)), SOON_MS);
    return () => clearTimeout(soon);
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
