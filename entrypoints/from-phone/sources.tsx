import type { RefObject } from 'preact';
import { AreaPicture } from '../../components/area-picture.tsx';
import { PhoneCamera } from '../../components/phone-camera.tsx';
import { PhonePictures } from '../../components/phone-pictures.tsx';
import { SetupText } from '../../components/setup-text.tsx';
import { useText } from '../../components/text.ts';
import type { PhoneModel } from './model.ts';
import type { PhonePage } from './phone-page.ts';

type SourcesProps = {
  readonly model: PhoneModel;
  readonly page: PhonePage;
  /** The heading over pictures and files. */
  readonly title: RefObject<HTMLHeadingElement | null>;
};

/** The picture of a page, or that there is none any more. */
function Area({ model: { area, busy }, page }: Omit<SourcesProps, 'title'>) {
  const t = useText();
  if (area === null || area === 'read') return null;
  return (
    <>
      {area === 'gone' ? (
        <p>{t('areaGone')}</p>
      ) : (
        <AreaPicture picture={area.picture} note={area.note} busy={busy} onRead={page.readArea} />
      )}
      <button type="button" class="plain" onClick={page.usePictures}>
        {t('areaOtherWay')}
      </button>
    </>
  );
}

/** Where codes come from: a page's picture, or else pictures, the camera and a setup link. */
export function Sources({ model, page, title }: SourcesProps) {
  const { busy, reading, unread, camera, found } = model;
  if (page.purpose === 'area') return <Area model={model} page={page} />;
  return (
    <>
      <PhonePictures
        busy={busy}
        reading={reading}
        unread={unread}
        title={title}
        onPictures={page.readPictures}
        onText={page.readText}
      />
      <PhoneCamera camera={camera} batches={found.batches} onStart={page.startCamera} onStop={page.stopCamera} />
      {page.purpose === 'picture' && <SetupText busy={busy} onText={page.readText} />}
    </>
  );
}
