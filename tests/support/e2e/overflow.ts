/**
 * Evaluated in a page: names every element that is wider than its place, sticks out of the window, or cuts its text off.
 * What scrolls may be larger than it shows, and what only a screen reader meets has no place.
 */
export const overflowing = `(() => {
  const named = (element) =>
    element.tagName.toLowerCase() + (element.className ? '.' + element.className : '') + ': ' + element.textContent.trim().slice(0, 60);
  const shown = document.documentElement.clientWidth;
  const isSized = (element) => !element.matches('input, meter, svg, svg *, img, option, .visually-hidden, .visually-hidden *');
  return [...document.querySelectorAll('body, body *')].filter(isSized).flatMap((element) => {
    const { display, overflowX, overflowY } = getComputedStyle(element);
    const { left, right, width } = element.getBoundingClientRect();
    if (width === 0) return [];
    const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
    const isBox = display !== 'inline' && element.clientWidth > 0;
    const tooWide = isBox && !scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutOff = isBox && (overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + 1;
    const outside = left < -0.5 || right > shown + 0.5;
    const place = ' (' + [left, right].map(Math.round).join(' to ') + ' of ' + shown + ')';
    return tooWide || cutOff || outside ? [named(element) + place] : [];
  });
})()`;

/** Evaluated in a page: its language and direction. */
export const declared = '[document.documentElement.lang, getComputedStyle(document.body).direction]';
