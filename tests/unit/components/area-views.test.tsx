import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AreaBox, boxAfterKey, boxBetween, firstBox } from '../../../components/area-box.ts';
import { AreaPicture } from '../../../components/area-picture.tsx';
import { SetupText } from '../../../components/setup-text.tsx';
import type { AreaNote } from '../../../components/view-models.ts';
import { button, clear, click, control, show, t } from './support.tsx';

afterEach(clear);

const inside = ({ left, top, width, height }: AreaBox): boolean =>
  left >= 0 && top >= 0 && left + width <= 1.000001 && top + height <= 1.000001 && width > 0 && height > 0;

describe('the chosen part', () => {
  it('lies between two places, in whichever order, and never leaves the picture', () => {
    const box = boxBetween({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 });
    expect(box).toEqual({ left: 0.25, top: 0.25, width: 0.25, height: 0.5 });
    for (const [x, y] of [
      [-3, 2],
      [4, 0.5],
      [0.5, 0.5],
      [1, 1],
    ] as const)
      expect(inside(boxBetween({ x: 0.5, y: 0.5 }, { x, y }))).toBe(true);
  });

  it('moves by arrows, changes its size with Shift, begins anew by Escape, and stays in the picture', () => {
    const moved = boxAfterKey(firstBox, 'ArrowRight', false);
    expect(moved).toMatchObject({ width: firstBox.width, top: firstBox.top });
    expect(moved?.left).toBeGreaterThan(firstBox.left);
    const wider = boxAfterKey(firstBox, 'ArrowDown', true);
    expect(wider).toMatchObject({ left: firstBox.left, top: firstBox.top, width: firstBox.width });
    expect(wider?.height).toBeGreaterThan(firstBox.height);
    expect(boxAfterKey(wider ?? firstBox, 'Escape', false)).toEqual(firstBox);
    expect(boxAfterKey(firstBox, 'a', false)).toBeNull();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
      for (const isResizing of [false, true]) {
        let box = firstBox;
        for (let press = 0; press < 99; press += 1) box = boxAfterKey(box, key, isResizing) ?? box;
        expect([key, isResizing, inside(box)]).toEqual([key, isResizing, true]);
      }
  });
});

describe('the picture of a page', () => {
  const view = (note: AreaNote | null = null) => {
    const onRead = vi.fn();
    const root = show(<AreaPicture picture="data:image/png;base64,AAAA" busy={false} note={note} onRead={onRead} />);
    const area = root.querySelector<HTMLElement>('.area');
    if (area === null) throw new Error('no area');
    area.setPointerCapture = () => undefined;
    area.getBoundingClientRect = () => new DOMRect(100, 50, 400, 200);
    const send = (event: Event) => act(() => void area.dispatchEvent(event));
    const key = (name: string, shiftKey = false) =>
      send(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }));
    const pointer = (type: string, clientX: number, clientY: number) =>
      send(new PointerEvent(type, { clientX, clientY, pointerId: 1, bubbles: true, cancelable: true }));
    return { onRead, root, key, pointer };
  };

  it('is read where a rectangle was drawn, and moves nothing once the pointer is up', () => {
    const { onRead, pointer } = view();
    pointer('pointermove', 300, 100);
    pointer('pointerdown', 200, 100);
    pointer('pointermove', 400, 200);
    pointer('pointerup', 400, 200);
    pointer('pointermove', 110, 60);
    click(button(t('areaRead')));
    expect(onRead).toHaveBeenCalledExactlyOnceWith({ left: 0.25, top: 0.25, width: 0.5, height: 0.5 });
  });

  it('is read by keys alone, and says where the rectangle is', () => {
    const { onRead, root, key } = view();
    expect(root.textContent).toContain(t('areaPlace', ['30', '30', '40', '40']));
    key('ArrowRight');
    key('ArrowDown', true);
    expect(root.textContent).toContain(t('areaPlace', ['32', '30', '40', '42']));
    key('Escape');
    key('Enter');
    expect(onRead).toHaveBeenCalledExactlyOnceWith(firstBox);
  });

  it('says what was wrong with a part, within the window', () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    view();
    expect(scrolled).not.toHaveBeenCalled();
    clear();
    expect(view('no-code').root.textContent).toContain(t('areaNoCode'));
    clear();
    expect(view('other-code').root.textContent).toContain(t('areaOtherCode'));
    expect(scrolled).toHaveBeenCalledTimes(2);
    scrolled.mockRestore();
  });
});

it('a setup link leaves its field with the press', () => {
  const onText = vi.fn();
  show(<SetupText busy={false} onText={onText} />);
  expect(button(t('setupTextRead')).disabled).toBe(true);
  const field = control(t('setupTextLabel'));
  act(() => {
    field.value = 'otpauth://totp/a';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => void field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  expect(onText).toHaveBeenCalledExactlyOnceWith('otpauth://totp/a');
  expect(control(t('setupTextLabel')).value).toBe('');
});
