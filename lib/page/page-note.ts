let shown: { host: HTMLElement; timer: ReturnType<typeof setTimeout> } | null = null;

const look: Readonly<Record<string, string>> = {
  'box-sizing': 'border-box',
  'max-width': '22rem',
  padding: '12px 16px',
  'border-radius': '8px',
  background: '#1b1f24',
  color: '#ffffff',
  font: '14px/1.4 system-ui, sans-serif',
  'overflow-wrap': 'anywhere',
};

const place: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '16px 16px auto auto',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

function dress(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, 'important');
}

/**
 * Shows one sentence over the page, as plain text that reacts to nothing, and takes it away after some seconds or at the next call.
 * @param text at most 300 characters are shown
 * @param seconds how long it stays
 */
export function showPageNote(page: Document, text: string, seconds = 6): void {
  if (shown !== null) {
    clearTimeout(shown.timer);
    shown.host.remove();
  }
  const host = page.createElement('div');
  // Style properties, never a style attribute or element: a page's CSP refuses those.
  dress(host, place);
  const root = host.attachShadow({ mode: 'closed' });
  const note = page.createElement('div');
  note.setAttribute('role', 'status');
  note.setAttribute('aria-live', 'polite');
  dress(note, look);
  root.append(note);
  page.documentElement.append(host);
  // An open dialog lies in the browser's top layer, above everything that is not there too.
  if (typeof host.showPopover === 'function') {
    host.popover = 'manual';
    host.showPopover();
  }
  // A live region is announced when its text changes, so the text comes after the region.
  note.textContent = text.slice(0, 300);
  const timer = setTimeout(() => {
    host.remove();
    if (shown?.host === host) shown = null;
  }, seconds * 1000);
  shown = { host, timer };
}
