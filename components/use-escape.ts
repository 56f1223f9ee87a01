import { useEffect } from 'preact/hooks';

/** Goes back by Escape, wherever the focus is; what was pressed inside and did something with the key comes first. */
export function useEscape(back: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // An input method takes Escape to leave what is being written.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      back();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
