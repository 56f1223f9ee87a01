/** Attacks on a note in the browser's top layer, by what the page does to `host`, which a lure of the page lies under (security tests alone). */
export const noteAttacks: Readonly<Record<string, string>> = {
  'makes it transparent': `host.style.setProperty('opacity', '0.01', 'important');`,
  'filters it away': `host.style.setProperty('filter', 'opacity(0)', 'important');`,
  'masks it': `host.style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important');`,
  'blends it into the page': `host.style.setProperty('mix-blend-mode', 'destination-over', 'important'); document.body.style.background = '#fff';`,
  'paints its own mark over it': `host.setAttribute('data-lured', '');
    document.head.append(Object.assign(document.createElement('style'), { textContent:
      '[data-lured]::after { content: "Play"; position: fixed; inset: 0; background: #fff; pointer-events: none }' }));`,
  'lays a popover over it': 'cover(document.body);',
  'lays a popover of a closed tree over it': `const shell = document.createElement('div'); document.body.append(shell);
    cover(shell.attachShadow({ mode: 'closed' }));`,
  'lays a frame as a popover over it': `const frame = document.createElement('iframe'); cover(document.body, frame);`,
  'lays a popover over it again and again': `const again = cover(document.body);
    setInterval(() => { again.hidePopover(); again.showPopover(); }, 50);`,
  'covers most of it': `cover(document.body).style.inset = '0 0 10% 0';`,
  'lays the shadow of a dot over it': `Object.assign(cover(document.body).style, { inset: '0 auto auto 0', width: '1px', height: '1px',
    background: 'none', boxShadow: '0 0 0 200vmax #fff' });`,
  'takes it out of the top layer and hides the page': `host.hidePopover(); host.removeAttribute('popover');
    document.documentElement.style.opacity = '0.01';`,
  'has it take presses': `host.style.setProperty('pointer-events', 'auto', 'important'); host.style.setProperty('inset', '0', 'important');`,
};

/** What the page does before: a cover in the top layer that lets presses through, as a lure has it. */
export const attacking = (attack: string): string => `(() => {
  const cover = (root, element = document.createElement('div')) => {
    element.popover = 'manual';
    Object.assign(element.style, { position: 'fixed', inset: '0', width: '100vw', height: '100vh', margin: '0', border: '0', padding: '0',
      background: '#fff', pointerEvents: 'none' });
    root.append(element);
    element.showPopover();
    return element;
  };
  const host = document.documentElement.lastElementChild;
  const { left, top, width, height } = host.getBoundingClientRect();
  ${attack}
  return [left + width / 2, top + height / 2];
})()`;
