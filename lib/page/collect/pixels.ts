/** The PNG of a canvas, or null when it is empty or holds pixels of another origin (HTML, `origin-clean`). */
export function canvasUrl(canvas: HTMLCanvasElement): string | null {
  try {
    const url = canvas.toDataURL('image/png');
    return url.startsWith('data:image/') ? url : null;
  } catch {
    return null;
  }
}

/** Waits for a picture to load, `waitMs` at most; false when it has not, or cannot. */
export const whenLoaded = (image: HTMLImageElement, waitMs: number): Promise<boolean> =>
  Promise.race([
    image.decode().then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), waitMs)),
  ]);

/** A loaded picture as a data URL: its own when it is one, else drawn at natural size; null when its pixels cannot be read. */
export function imageUrl(image: HTMLImageElement): string | null {
  const source = image.currentSrc || image.src;
  if (source.startsWith('data:image/')) return source;
  const canvas = image.ownerDocument.createElement('canvas');
  // An SVG without a size of its own has a natural width of 0.
  canvas.width = image.naturalWidth || image.width;
  canvas.height = image.naturalHeight || image.height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  try {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  } catch {
    return null;
  }
  return canvasUrl(canvas);
}

/** Address of an element's first background picture as computed, or null. */
export function backgroundUrl(element: Element): string | null {
  const computed = element.ownerDocument.defaultView?.getComputedStyle(element).backgroundImage ?? '';
  return /url\((["']?)(.*?)\1\)/s.exec(computed)?.[2] ?? null;
}

/** Loads a background picture of this document's origin and reads its pixels; null when it is another's or does not load. */
export async function loadUrl(page: Document, address: string, waitMs: number): Promise<string | null> {
  if (address.startsWith('data:image/')) return address;
  const view = page.defaultView;
  const url = URL.parse(address, page.baseURI);
  if (view === null || url === null || url.origin !== view.origin) return null;
  const image = page.createElement('img');
  image.src = url.href;
  return (await whenLoaded(image, waitMs)) ? imageUrl(image) : null;
}

const shapes = 'path, rect, circle, ellipse, polygon, polyline, use, g, text';

/** An inline SVG's source with the fills that the page's stylesheets gave it, so that it looks the same elsewhere. */
export function svgSource(svg: SVGSVGElement, width: number, height: number): string | null {
  const copy = svg.cloneNode(true);
  const view = svg.ownerDocument.defaultView;
  if (!(copy instanceof SVGSVGElement) || view === null) return null;
  const [originals, copies] = [svg.querySelectorAll(shapes), copy.querySelectorAll(shapes)];
  if (originals.length > 40_000) return null;
  // Computing thousands of styles is slow; a code of that many shapes carries its fills itself.
  for (const [index, original] of originals.length <= 3000 ? Array.from(originals).entries() : []) {
    const fill = view.getComputedStyle(original).getPropertyValue('fill');
    if (fill !== '') copies[index]?.setAttribute('fill', fill);
  }
  for (const script of copy.querySelectorAll('script, foreignObject')) script.remove();
  if (!copy.hasAttribute('viewBox') && !copy.hasAttribute('width'))
    copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new view.XMLSerializer().serializeToString(copy);
}
