import { html } from 'hono/html';
import type { Variant } from '../variants.ts';
import type { Html } from './layout.ts';

const single = (name: string): Html =>
  html`<input type="text" name="${name}" id="inputCode" class="form-control" inputmode="numeric" maxlength="7" autocomplete="one-time-code" required>`;

const boxes = (
  name: string,
): Html => html`<div class="code-split" data-join="${name}" role="group" aria-label="6-digit code">
${[1, 2, 3, 4, 5, 6].map((n) => html`<input type="text" inputmode="numeric" maxlength="1" autocomplete="off" aria-label="Digit ${n}" class="digit">`)}
<input type="hidden" name="${name}"></div>`;

/** The box (or boxes) for the six digits, whose value is posted as `name`. */
export const codeBox = (name: string, box: Variant['box']): Html => {
  const label = html`<label for="inputCode">6-digit code</label>`;
  if (box === 'split') return html`<p class="label">6-digit code</p>${boxes(name)}`;
  if (box === 'password') {
    return html`${label}<input type="password" name="${name}" id="inputCode" class="form-control" inputmode="numeric" maxlength="6" autocomplete="off" placeholder="Authentication code" required>`;
  }
  if (box === 'frame') {
    return html`<iframe class="code-frame" src="/code-box" title="6-digit code"></iframe><input type="hidden" name="${name}" data-from-frame>`;
  }
  if (box === 'shadow') return html`<code-box></code-box><input type="hidden" name="${name}" data-from-shadow>`;
  return html`${label}${single(name)}`;
};

/** The document inside the framed variant: the box alone; the page around it takes the value when its form is sent. */
export const codeBoxDocument = (): Html => html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="color-scheme" content="light dark"><title>6-digit code</title>
<link rel="stylesheet" href="/assets/portal.css"></head><body class="bare"><label for="inputCode">6-digit code</label>${single('code')}</body></html>`;
