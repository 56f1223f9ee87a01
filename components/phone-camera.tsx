import { useEffect, useRef } from 'preact/hooks';
import { Notice } from './notice.tsx';
import { PhoneParts } from './phone-parts.tsx';
import { useText } from './text.ts';
import type { CameraNote, PhoneFoundView } from './view-models.ts';

const noteKeys = {
  none: 'phoneCameraNone',
  refused: 'phoneCameraRefused',
  busy: 'phoneCameraBusy',
  unavailable: 'phoneCameraUnavailable',
  lost: 'phoneCameraLost',
  timeout: 'phoneCameraTimeout',
  hidden: 'phoneCameraHidden',
} as const;

const leadKeys = { off: 'phoneCameraLead', starting: 'phoneCameraStarting', on: 'phoneCameraOn' } as const;

type PhoneCameraProps = {
  readonly camera:
    | { readonly kind: 'off'; readonly note: CameraNote | null }
    | { readonly kind: 'starting' }
    | { readonly kind: 'on'; readonly stream: MediaStream; readonly mirrored: boolean };
  /** The exports that were read in part. */
  readonly batches: PhoneFoundView['batches'];
  readonly onStart: () => void;
  readonly onStop: () => void;
};

function Preview({ stream, mirrored }: { readonly stream: MediaStream; readonly mirrored: boolean }) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      class={mirrored ? 'preview mirrored' : 'preview'}
      aria-label={t('phonePreview')}
      autoplay
      muted
      playsinline
    />
  );
}

/** Shows what the camera sees while it is on, and why it is not where it should be. */
export function PhoneCamera({ camera, batches, onStart, onStop }: PhoneCameraProps) {
  const t = useText();
  const note = camera.kind === 'off' ? camera.note : null;
  return (
    <section aria-labelledby="camera-title">
      <h2 id="camera-title">{t('phoneCamera')}</h2>
      {camera.kind === 'on' && <Preview {...camera} />}
      <p role="status">{t(leadKeys[camera.kind])}</p>
      {camera.kind === 'on' && <PhoneParts batches={batches} />}
      {note !== null && (
        <Notice kind={note === 'timeout' || note === 'hidden' ? 'info' : 'warning'}>{t(noteKeys[note])}</Notice>
      )}
      <button type="button" onClick={camera.kind === 'off' ? onStart : onStop}>
        {t(camera.kind === 'off' ? 'phoneCameraStart' : 'phoneCameraStop')}
      </button>
    </section>
  );
}
