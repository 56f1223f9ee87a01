import { visibleText } from './visible-text.ts';

/** Shows text that a page, a QR code or a file chose: as text only, isolated from the direction of what surrounds it. */
export function ForeignText({ text, fallback = '' }: { text: string; fallback?: string }) {
  const shown = visibleText(text);
  return shown === '' ? <span class="quiet">{fallback}</span> : <bdi class="foreign">{shown}</bdi>;
}
