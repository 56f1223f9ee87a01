import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HoldButton } from '../../../components/hold-button.tsx';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

function shown(disabled = false) {
  const onHeld = vi.fn();
  const root = show(<HoldButton label="Show" disabled={disabled} onHeld={onHeld} />);
  const fire = (event: Event) => {
    act(() => {
      button('Show').dispatchEvent(event);
    });
    return event;
  };
  return {
    onHeld,
    fire,
    pointer: (type: string, which = 0) =>
      fire(new PointerEvent(type, { button: which, pointerId: 1, bubbles: true, cancelable: true })),
    key: (type: string, name: string, repeat = false) =>
      fire(new KeyboardEvent(type, { key: name, repeat, bubbles: true, cancelable: true })),
    /** A second passes, as the style sheet measures it: only a bar that fills can be full. */
    second: () => {
      if (isHeld()) fire(new Event('animationend', { bubbles: true }));
    },
    hint: () => root.querySelector('[role=status]')?.textContent,
  };
}
const isHeld = () => button('Show').dataset.held === 'true';

describe('a button to hold', () => {
  it('has the focus, says to hold it, and takes no short press', () => {
    const { onHeld, pointer, second, hint } = shown();
    expect(document.activeElement).toBe(button('Show'));
    const description = document.getElementById(button('Show').getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe(t('holdHint'));
    pointer('pointerdown');
    expect(isHeld()).toBe(true);
    pointer('pointerup');
    second();
    expect(onHeld).not.toHaveBeenCalled();
    expect(hint()).toBe(t('holdShort'));
  });

  it('takes the focus once an act that was under way is over', () => {
    shown(true);
    expect(document.activeElement).toBe(document.body);
    shown();
    expect(document.activeElement).toBe(button('Show'));
  });

  it('acts once while it is still held, and says no more of a short press', () => {
    const { onHeld, pointer, second, hint } = shown();
    pointer('pointerdown');
    pointer('pointerup');
    pointer('pointerdown');
    second();
    expect(onHeld).toHaveBeenCalledOnce();
    pointer('pointerup');
    second();
    expect(onHeld).toHaveBeenCalledOnce();
    expect(hint()).toBe(t('holdHint'));
  });

  it.each(['pointerleave', 'pointercancel', 'blur'])('is let go by %s', (type) => {
    const { onHeld, pointer, fire, second } = shown();
    pointer('pointerdown');
    fire(new Event(type));
    second();
    expect(onHeld).not.toHaveBeenCalled();
  });

  it.each(['Enter', ' '])('is held by the key %j, whose own press does nothing', (name) => {
    const { onHeld, key, second } = shown();
    expect(key('keydown', name).defaultPrevented).toBe(true);
    expect(key('keyup', name).defaultPrevented).toBe(true);
    second();
    expect(onHeld).not.toHaveBeenCalled();
    key('keydown', name);
    expect(key('keydown', name, true).defaultPrevented).toBe(true);
    second();
    expect(onHeld).toHaveBeenCalledOnce();
  });

  it('takes no key that was held before it was there, no other key and no other button of the mouse', () => {
    const { key, pointer } = shown();
    key('keydown', 'Enter', true);
    expect(key('keydown', 'Tab').defaultPrevented).toBe(false);
    pointer('pointerdown', 2);
    expect(isHeld()).toBe(false);
  });

  it('lets the second pass by itself for who cannot hold it, and takes the click of a mouse for nothing', () => {
    const { onHeld, fire, second } = shown();
    fire(new MouseEvent('click', { detail: 1, bubbles: true }));
    expect(isHeld()).toBe(false);
    click(button('Show'));
    expect(onHeld).not.toHaveBeenCalled();
    second();
    expect(onHeld).toHaveBeenCalledOnce();
  });

  it('does nothing while disabled, also when it was held before', () => {
    const { pointer, key } = shown(true);
    pointer('pointerdown');
    key('keydown', 'Enter');
    expect(isHeld()).toBe(false);
    const held = shown();
    held.pointer('pointerdown');
    const disabled = shown(true);
    expect(isHeld()).toBe(false);
    disabled.fire(new Event('animationend', { bubbles: true }));
    expect(disabled.onHeld).not.toHaveBeenCalled();
  });
});
