const qrKinds = ['png', 'svg', 'canvas', 'table', 'url', 'cross-origin', 'background'] as const;
const boxKinds = ['single', 'split', 'password', 'frame', 'shadow'] as const;
const places = ['dialog', 'page', 'window'] as const;

/** The looks a test may choose: how the QR code is drawn, what takes the code, and where enrolment happens. */
export type Variant = {
  readonly qr: (typeof qrKinds)[number];
  readonly box: (typeof boxKinds)[number];
  readonly place: (typeof places)[number];
};

/** What a customer sees who chooses nothing. */
export const plain: Variant = { qr: 'png', box: 'single', place: 'dialog' };

const pick = <T extends string>(all: readonly T[], wanted: string | undefined, otherwise: T): T =>
  all.find((one) => one === wanted) ?? otherwise;

/** Reads a variant from a query or a form; unknown names give the plain look. */
export const toVariant = (read: (name: string) => string | undefined): Variant => ({
  qr: pick(qrKinds, read('qr'), plain.qr),
  box: pick(boxKinds, read('box'), plain.box),
  place: pick(places, read('place'), plain.place),
});

/** The query that keeps a variant across pages; empty for the plain look. */
export const variantQuery = ({ qr, box, place }: Variant): string => {
  const changed = Object.entries({ qr, box, place }).filter(
    ([name, value]) => !Object.entries(plain).some(([n, v]) => n === name && v === value),
  );
  return changed.length === 0 ? '' : `?${new URLSearchParams(changed)}`;
};
