import type { SmallPage } from './small-site.ts';
import { watchedForm } from './watched-form.ts';

const right = watchedForm('right');
const wrong = watchedForm('wrong');
const attribute = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const size = 'width="500" height="260"';
const sandbox = { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' };
const blobOf = (markup: string): string => `<div id="at"></div><script>
  const frame = Object.assign(document.createElement('iframe'), { width: 500, height: 260 });
  frame.src = URL.createObjectURL(new Blob([${JSON.stringify(markup).replaceAll('</script', '<\\/script')}], { type: 'text/html' }));
  at.append(frame);</script>`;
const blankWith = (markup: string): string => `<iframe ${size}></iframe><script>
  frames[0].document.write(${JSON.stringify(markup).replaceAll('</script', '<\\/script')}); frames[0].document.close();</script>`;

/**
 * Pages with frames of every kind, for names below `localhost`: `bank` is the right site, and boxes that must get nothing are named wrong.
 * @param port the site's own
 * @param otherPort the origin of the right name at another port
 */
export function framedPages(port: number, otherPort: string): Readonly<Record<string, SmallPage>> {
  const at = (host: string, path: string) => `http://${host}.localhost:${port}${path}`;
  const framing = (address: string, more = '') => `<iframe src="${address}" ${size} ${more}></iframe>`;
  const bodies: Readonly<Record<string, string>> = {
    '/right': right,
    '/wrong': wrong,
    // Frames of others in the right site.
    '/with-other': framing(at('evil', '/wrong')),
    '/beside-other': `${framing(at('evil', '/wrong'))}${right}`,
    '/within-other': framing(at('evil', '/frames-bank-wrong')),
    '/frames-bank-wrong': framing(at('bank', '/wrong')),
    '/below': framing(at('login.bank', '/wrong')),
    '/other-port': framing(`${otherPort}/wrong`),
    '/over': `${right}${framing(at('evil', '/wrong'), 'style="position:fixed;inset:0;width:100vw;height:100vh"')}`,
    '/object': `<object data="${at('evil', '/wrong')}" ${size}></object>`,
    '/embed': `<embed src="${at('evil', '/wrong')}" ${size}>`,
    // The right site in frames of others.
    '/frames-bank': framing(at('bank', '/wrong')),
    '/frames-bank-faint': framing(at('bank', '/wrong'), 'style="opacity:.01"'),
    '/frames-bank-lure': `${wrong.replace('wrong', 'wrong-lure')}${framing(at('bank', '/wrong'))}`,
    // Documents of no origin.
    '/sandbox': framing('/wrong', 'sandbox="allow-scripts allow-forms"'),
    '/sandbox-srcdoc': `<iframe ${size} sandbox="allow-scripts" srcdoc="${attribute(wrong)}"></iframe>`,
    '/data': framing(`data:text/html,${encodeURIComponent(wrong)}`),
    '/frames-policy': framing('/policy'),
    '/sandbox-blob': blobOf(wrong).replace('frame.src', "frame.sandbox = 'allow-scripts'; frame.src"),
    '/sandbox-same': framing('/right', 'sandbox="allow-scripts allow-same-origin"'),
    // Documents that inherit their origin.
    '/srcdoc-wrong': `<iframe ${size} srcdoc="${attribute(wrong)}"></iframe>`,
    '/blank-wrong': blankWith(wrong),
    '/blob-wrong': blobOf(wrong),
    '/srcdoc-hidden': `<iframe ${size} style="visibility:hidden" srcdoc="${attribute(wrong)}"></iframe>`,
    '/srcdoc': `<iframe ${size} srcdoc="${attribute(right)}"></iframe>`,
    '/blank': blankWith(right),
    '/blob': blobOf(right),
    '/same': framing('/right'),
  };
  const pages = Object.entries(bodies).map(([path, body]) => [path, { body }] as const);
  return { ...Object.fromEntries(pages), '/policy': { body: wrong, headers: sandbox } };
}
