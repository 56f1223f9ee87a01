import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDragRows } from '../../../components/drag-rows.ts';
import { clear, key, show } from './support.tsx';

function Rows({ onDrop }: { readonly onDrop: (id: string, targetId: string) => void }) {
  const { drag, handle } = useDragRows(onDrop);
  return (
    <ul data-drag={JSON.stringify(drag)}>
      {['ada', 'bob'].map((id) => (
        <li key={id} data-row={id}>
          <b {...handle(id)}>{id}</b>
        </li>
      ))}
    </ul>
  );
}

const rowHeight = 40;

describe('rows that are dragged by their handles', () => {
  beforeEach(() => {
    // Each row is 40 pixels high, from the top of the window.
    const under = (_x: number, y: number) => document.querySelectorAll('b')[Math.floor(y / rowHeight)] ?? null;
    void Object.defineProperty(document, 'elementFromPoint', { configurable: true, value: under });
  });
  afterEach(() => {
    clear();
    Reflect.deleteProperty(document, 'elementFromPoint');
  });

  const open = () => {
    const onDrop = vi.fn();
    const root = show(<Rows onDrop={onDrop} />);
    const captured: number[] = [];
    const ada = root.querySelector('b');
    if (ada === null) throw new Error('no handle');
    ada.setPointerCapture = (pointerId) => void captured.push(pointerId);
    const pointer = (type: string, row: number, button = 0): PointerEvent => {
      const at = { clientX: 5, clientY: row * rowHeight + 5, button, pointerId: 7 };
      const event = new PointerEvent(type, { ...at, bubbles: true, cancelable: true });
      act(() => void ada.dispatchEvent(event));
      return event;
    };
    const drag = (): unknown => JSON.parse(root.querySelector('ul')?.dataset.drag ?? '');
    return { onDrop, captured, ada, pointer, drag };
  };

  it('go where the pointer is let go, over another row', () => {
    const { onDrop, captured, pointer, drag } = open();
    expect(pointer('pointerdown', 0).defaultPrevented).toBe(true);
    expect([captured, drag()]).toEqual([[7], { id: 'ada', overId: null }]);
    pointer('pointermove', 1);
    expect(drag()).toEqual({ id: 'ada', overId: 'bob' });
    expect(onDrop).not.toHaveBeenCalled();
    pointer('pointerup', 1);
    expect(onDrop).toHaveBeenCalledExactlyOnceWith('ada', 'bob');
    expect(drag()).toBeNull();
    pointer('pointermove', 1);
    pointer('pointerup', 1);
    expect([drag(), onDrop.mock.calls.length]).toEqual([null, 1]);
  });

  it.each([
    ['over the row itself', 0],
    ['outside all rows', 9],
  ])('stay where they are when the pointer is let go %s', (_where, row) => {
    const { onDrop, pointer, drag } = open();
    pointer('pointerdown', 0);
    pointer('pointermove', 1);
    pointer('pointerup', row);
    expect([drag(), onDrop.mock.calls]).toEqual([null, []]);
  });

  it.each([
    ['Escape', ({ ada }: ReturnType<typeof open>) => void key(ada, 'Escape')],
    ['the browser', ({ pointer }: ReturnType<typeof open>) => void pointer('pointercancel', 1)],
  ])('stay where they are when %s ends the dragging', (_who, end) => {
    const opened = open();
    opened.pointer('pointerdown', 0);
    opened.pointer('pointermove', 1);
    end(opened);
    expect(opened.drag()).toBeNull();
    opened.pointer('pointerup', 1);
    expect(opened.onDrop).not.toHaveBeenCalled();
  });

  it('go on being dragged by any other key, and are not dragged by another button of the mouse', () => {
    const { ada, pointer, drag } = open();
    pointer('pointerdown', 0, 2);
    expect(drag()).toBeNull();
    pointer('pointerdown', 0);
    key(ada, 'a');
    expect(drag()).toEqual({ id: 'ada', overId: null });
  });
});
