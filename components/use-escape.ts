import { useLayoutEffect, useRef } from 'preact/hooks';

/** Goes back by Escape, wherever the focus is; what was pressed inside and did something with the key comes first. */
export function useEscape(back: () => void): void {
  // What is shown decides, also before the effects of its first frame have run.
  const latest = useRef(back);
  latest.current = back;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // An input method takes Escape to leave what is being written.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
