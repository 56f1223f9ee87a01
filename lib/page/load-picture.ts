/** More than any camera's picture has; each takes four bytes. */
const MOST_PIXELS = 120_000_000;
const LONGEST_PX = 32_767;

/** Loads the picture at an address of ours (`blob:`, `data:`), its pixels not yet; null when it is none. */
export async function loadPicture(address: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  const loading = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = address;
  return (await loading) && image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null;
}

/** Whether a picture has more pixels than memory is for; told by its head, before they are unpacked. */
export const isHuge = ({ naturalWidth, naturalHeight }: HTMLImageElement): boolean =>
  Math.max(naturalWidth, naturalHeight) > LONGEST_PX || naturalWidth * naturalHeight > MOST_PIXELS;
