import { visibleText } from './visible-text.ts';

type ForeignTextProps = {
  readonly text: string;
  readonly fallback?: string;
  /** Most code points that are shown. */
  readonly longest?: number;
};

/** Shows text that a page, a QR code or a file chose: as text only, isolated from the direction of what surrounds it. */
export function ForeignText({ text, fallback = '', longest }: ForeignTextProps) {
  const shown = visibleText(text, longest);
  return shown === '' ? <span class="quiet">{fallback}</span> : <bdi class="foreign">{shown}</bdi>;
}
