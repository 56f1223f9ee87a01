import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type AreaBox, type AreaPoint, boxAfterKey, boxBetween, firstBox } from './area-box.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { AreaNote } from './view-models.ts';

const noteKeys = { 'no-code': 'areaNoCode', 'other-code': 'areaOtherCode' } as const;

const percent = (share: number): string => String(Math.round(share * 100));

type AreaPictureProps = {
  /** A data URL. */
  readonly picture: string;
  readonly busy: boolean;
  readonly note: AreaNote | null;
  readonly onRead: (box: AreaBox) => void;
};

/** The picture of a page, in which the customer shows the place of the code, by pointer or by keys. */
export function AreaPicture({ picture, busy, note, onRead }: AreaPictureProps) {
  const t = useText();
  const id = useId();
  const [box, setBox] = useState(firstBox);
  const start = useRef<AreaPoint | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever reads by keys looks at the picture, and what is below it may lie outside the window.
    if (note !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [note]);
  const placeOf = ({ clientX, clientY }: PointerEvent): AreaPoint => {
    const { left = 0, top = 0, width = 1, height = 1 } = frame.current?.getBoundingClientRect() ?? {};
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const { left, top, width, height } = box;
  const [right, bottom] = [left + width, top + height];
  return (
    <section class="area-whole" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('areaTitle')}</h2>
      <p id={`${id}-hint`}>{t('areaHint')}</p>
      <div
        ref={frame}
        class="area"
        // Keys are for the part that is chosen, and no screen reader's own.
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, so it has to take the focus.
        tabIndex={0}
        aria-label={t('areaTitle')}
        aria-describedby={`${id}-hint ${id}-place`}
        onPointerDown={(event) => {
          event.preventDefault();
          frame.current?.focus();
          frame.current?.setPointerCapture(event.pointerId);
          start.current = placeOf(event);
        }}
        onPointerMove={(event) => {
          if (start.current !== null) setBox(boxBetween(start.current, placeOf(event)));
        }}
        onPointerUp={() => {
          start.current = null;
        }}
        onPointerCancel={() => {
          start.current = null;
        }}
        onKeyDown={(event) => {
          const next = boxAfterKey(box, event.key, event.shiftKey);
          if (next !== null) setBox(next);
          else if (event.key === 'Enter' && !busy) onRead(box);
          else return;
          event.preventDefault();
        }}
      >
        <img src={picture} alt="" draggable={false} />
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <path class="outside" d={`M0 0H1V1H0ZM${left} ${top}V${bottom}H${right}V${top}Z`} />
          <rect class="edge" x={left} y={top} width={width} height={height} />
          <rect class="edge dashed" x={left} y={top} width={width} height={height} />
        </svg>
      </div>
      <p id={`${id}-place`} class="hint" aria-live="polite">
        {t('areaPlace', [percent(left), percent(top), percent(width), percent(height)])}
      </p>
      <div ref={said}>{note !== null && <Notice kind="warning">{t(noteKeys[note])}</Notice>}</div>
      <div class="buttons">
        <button type="button" class="primary" disabled={busy} onClick={() => onRead(box)}>
          {t(busy ? 'working' : 'areaRead')}
        </button>
      </div>
    </section>
  );
}
