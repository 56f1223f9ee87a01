import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

// More than a popup shows at once; a thousand rows would take longer to draw than to find by searching.
const firstRows = 8;
const moreRows = 100;

/** How much of a long list is drawn: its beginning, and more as soon as the button at its end is pressed or comes into sight. */
export function useGrowing(length: number): {
  readonly shown: number;
  readonly end: RefObject<HTMLButtonElement | null>;
  readonly more: () => void;
} {
  const end = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(firstRows);
  const more = () => setShown((rows) => rows + moreRows);
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
