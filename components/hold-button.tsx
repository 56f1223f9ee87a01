import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useText } from './text.ts';

type HoldButtonProps = {
  readonly label: string;
  readonly disabled: boolean;
  /** False where a warning above it is to be read first. */
  readonly takesFocus?: boolean;
  readonly onHeld: () => void;
};

const isPressKey = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';

/**
 * A button that acts once it was held for a second: by the mouse, a finger, or the space or enter key. It takes the focus.
 * The bar that fills it meanwhile is the clock: what ends is its animation.
 */
export function HoldButton({ label, disabled, takesFocus = true, onHeld }: HoldButtonProps) {
  const t = useText();
  const hint = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'rest' | 'held' | 'short'>('rest');
  // It may appear while an act is under way, when no button takes the focus.
  useEffect(() => {
    if (disabled) setState('rest');
    else if (takesFocus) button.current?.focus();
  }, [disabled, takesFocus]);
  const isHeld = state === 'held' && !disabled;
  const begin = () => {
    if (!disabled) setState('held');
  };
  const cancel = () => {
    if (isHeld) setState('short');
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class="primary hold"
        data-held={isHeld}
        aria-describedby={hint}
        disabled={disabled}
        onAnimationEnd={() => {
          if (!isHeld) return;
          setState('rest');
          onHeld();
        }}
        onPointerDown={({ button, currentTarget, pointerId }) => {
          if (button !== 0) return;
          // A finger that slides off the button leaves it then, as a mouse does.
          if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
          begin();
        }}
        onPointerUp={cancel}
        onPointerLeave={cancel}
        onPointerCancel={cancel}
        onBlur={cancel}
        // A finger that rests would open the menu.
        onContextMenu={(event) => event.preventDefault()}
        // The keys' own press would come on top; a key that repeats is held already, or was before this button was there.
        onKeyDown={(event) => {
          if (!isPressKey(event)) return;
          event.preventDefault();
          if (!event.repeat) begin();
        }}
        onKeyUp={(event) => {
          if (!isPressKey(event)) return;
          event.preventDefault();
          cancel();
        }}
        onClick={({ detail }) => {
          // No mouse and no key, but a screen reader or a voice, which cannot hold: the second passes by itself.
          if (detail === 0) begin();
        }}
      >
        <span>{label}</span>
      </button>
      <p id={hint} class="hint" role="status">
        {t(state === 'short' ? 'holdShort' : 'holdHint')}
      </p>
    </>
  );
}
