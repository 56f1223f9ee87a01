import type { TargetedPointerEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Which row is being dragged, and the one that it is over. */
export type Drag = { readonly id: string; readonly overId: string | null };

const rowAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null;

/** Lets rows (`data-row`) be dragged by a handle; Escape lets go without a change. */
export function useDragRows(onDrop: (id: string, targetId: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(null);
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [isDragging]);
  const handle = (id: string) => ({
    onPointerDown(event: TargetedPointerEvent<HTMLElement>): void {
      if (event.button !== 0) return;
      // What a mouse does to text while it moves is not meant here.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ id, overId: null });
    },
    onPointerMove(event: TargetedPointerEvent<HTMLElement>): void {
      if (drag?.id === id) setDrag({ id, overId: rowAt(event.clientX, event.clientY) });
    },
    onPointerUp(event: TargetedPointerEvent<HTMLElement>): void {
      const overId = drag?.id === id ? rowAt(event.clientX, event.clientY) : null;
      setDrag(null);
      if (overId !== null && overId !== id) onDrop(id, overId);
    },
    onPointerCancel: (): void => setDrag(null),
  });
  return { drag, handle };
}
