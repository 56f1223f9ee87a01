import { html } from 'hono/html';
import { qrModules, qrPath, qrPng } from '../qr-picture.ts';
import type { Variant } from '../variants.ts';
import type { Html } from './layout.ts';

const alt = 'QR code for your authenticator app';

/** Draws the key URI as the wanted kind of picture; `crossOriginUrl` is where the same picture lies on another origin. */
export const qrCode = (keyUri: string, kind: Variant['qr'], crossOriginUrl: string): Html => {
  if (kind === 'svg') {
    const modules = qrModules(keyUri);
    return html`<svg class="qr" viewBox="0 0 ${modules.length} ${modules.length}" width="225" height="225" role="img" aria-label="${alt}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${qrPath(modules)}" fill="#000"/></svg>`;
  }
  if (kind === 'canvas') {
    const rows = qrModules(keyUri).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
    return html`<canvas class="qr" data-modules="${rows.join(' ')}" role="img" aria-label="${alt}"></canvas>`;
  }
  if (kind === 'table') {
    return html`<table class="qr-table" role="img" aria-label="${alt}"><tbody>${qrModules(keyUri).map(
      (row) => html`<tr>${row.map((dark) => (dark ? html`<td class="d"></td>` : html`<td></td>`))}</tr>`,
    )}</tbody></table>`;
  }
  if (kind === 'url') return html`<img class="qr" src="/security/qr.png" alt="${alt}">`;
  if (kind === 'cross-origin') return html`<img class="qr" src="${crossOriginUrl}" alt="${alt}">`;
  const data = `data:image/png;base64,${qrPng(keyUri).toString('base64')}`;
  if (kind === 'background')
    return html`<div class="qr qr-background" data-background="${data}" role="img" aria-label="${alt}"></div>`;
  return html`<img class="qr" src="${data}" alt="${alt}">`;
};
