import type { FieldFacts, PageFacts } from './page-facts.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const attributeNames = [
  ['type', 'type'],
  ['name', 'name'],
  ['id', 'id'],
  ['class', 'class'],
  ['autocomplete', 'autocomplete'],
  ['inputmode', 'inputmode'],
  ['maxlength', 'maxlength'],
  ['minlength', 'minlength'],
  ['pattern', 'pattern'],
  ['placeholder', 'placeholder'],
  ['title', 'title'],
  ['size', 'size'],
  ['min', 'min'],
  ['ariaLabel', 'aria-label'],
  ['required', 'required'],
  ['disabled', 'disabled'],
  ['readonly', 'readonly'],
] as const;

function attributesOf(field: FieldFacts): string {
  return attributeNames
    .flatMap(([fact, attribute]) => {
      const value = field[fact];
      if (value === undefined || value === false) return [];
      return value === true ? [attribute] : [`${attribute}="${escapeHtml(String(value))}"`];
    })
    .join(' ');
}

function controlOf(field: FieldFacts, style: string): string {
  const attributes = `${attributesOf(field)}${style === '' ? '' : ` style="${style}"`}`;
  if (field.tag === 'textarea') return `<textarea ${attributes}></textarea>`;
  if (field.tag === 'select') return `<select ${attributes}><option>…</option></select>`;
  return `<input ${attributes}>`;
}

/** A field with its label: tied by id where the page has one, else around the input. */
function rowOf(field: FieldFacts): string {
  const control = controlOf(field, '');
  const label = field.label === undefined ? '' : escapeHtml(field.label);
  const inner =
    label === ''
      ? control
      : field.id === undefined
        ? `<label>${label} ${control}</label>`
        : `<label for="${escapeHtml(String(field.id))}">${label}</label> ${control}`;
  return `<div${field.hidden === true ? ' style="display:none"' : ''}>${inner}</div>`;
}

const slots = '<div style="width:44px;height:48px;border:1px solid #999"></div>'.repeat(6);

function overlayOf(field: FieldFacts): string {
  const style =
    'position:absolute;inset:0;width:100%;height:100%;background:transparent;color:transparent;border:0;pointer-events:all';
  return `<div style="position:relative;display:inline-flex;pointer-events:none">${slots}${controlOf(field, style)}</div>`;
}

/** All rows; a run of short boxes (the facts' `split` pages) stands in one line, as every such page draws it. */
function rowsOf(page: PageFacts): string {
  if (page.overlay === true) return page.fields.map(overlayOf).join('\n');
  if (page.split !== true) return page.fields.map(rowOf).join('\n');
  const isBox = (field: FieldFacts): boolean =>
    field.tag === 'input' && field.type !== 'hidden' && field.label === undefined;
  const boxes = page.fields.filter(isBox).map((field) => controlOf(field, 'width:40px;height:44px;margin:4px'));
  const others = page.fields.filter((field) => !isBox(field)).map(rowOf);
  return `${others.join('\n')}<div style="display:flex">${boxes.join('')}</div>`;
}

/** The enrolment code is a square of the page's own kind; its pixels do not matter to the detector. */
function pictureOf(page: PageFacts): string {
  if (page.qr === undefined || page.qr.step !== undefined) return '';
  const px = page.qr.px ?? 180;
  const style = `style="width:${px}px;height:${px}px;background:#ccc;display:block"`;
  if (page.qr.kind.includes('svg')) return `<svg viewBox="0 0 9 9" width="${px}" height="${px}"></svg>`;
  if (page.qr.kind.startsWith('img')) {
    return `<img alt="" ${style} src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`;
  }
  return `<canvas ${style} width="${px}" height="${px}"></canvas>`;
}

/**
 * Markup of a page made of its facts alone. Nothing in it tells the answer: no marks, kinds or ids of ours.
 * @param page facts from the corpus
 */
export function renderPage(page: PageFacts): string {
  const [first, ...others] = page.headings.map(escapeHtml);
  const heading = first === undefined ? '' : `<h2>${first}</h2>${others.map((text) => `<p>${text}</p>`).join('')}`;
  const form = page.form;
  const submit = form?.submit === undefined ? '' : `<button type="submit">${escapeHtml(form.submit)}</button>`;
  const id = form?.id === undefined ? '' : ` id="${escapeHtml(form.id)}"`;
  const action = form?.action === undefined ? '' : ` action="${escapeHtml(form.action)}"`;
  const rows = rowsOf(page);
  const body = `${pictureOf(page)}${form === null ? `<div>${rows}</div>` : `<form method="post"${id}${action}>${rows}${submit}</form>`}`;
  const shell = `<main>${heading}${body}</main>`;
  const shown = page.shadowDom === true ? `<div><template shadowrootmode="open">${shell}</template></div>` : shell;
  return `<!doctype html><html lang="${escapeHtml(page.lang)}"><head><meta charset="utf-8"><title>${escapeHtml(page.title ?? '')}</title></head><body>${shown}</body></html>`;
}
