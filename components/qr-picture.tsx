type QrPictureProps = {
  /** Row by row with the quiet zone, true for dark. */
  readonly modules: readonly (readonly boolean[])[];
  readonly label: string;
};

/** Dark stretches of a row, each one rectangle of the path. */
const rowPath = (row: readonly boolean[], y: number): string =>
  row
    .map((dark, x) => {
      if (!dark || row[x - 1] === true) return '';
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    })
    .join('');

/** A QR code, black on white whatever the colours of the page: some cameras read no other. */
export function QrPicture({ modules, label }: QrPictureProps) {
  const side = modules.length;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={modules.map(rowPath).join('')} fill="#000" />
    </svg>
  );
}
