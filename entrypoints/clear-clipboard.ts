import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** What the browser's own process needs to take an empty text before the document that wrote it is gone, and more, in milliseconds. */
const TAKEN_MS = 1_000;

/** Clears the clipboard after the seconds in the address, in Chromium's hidden document, and closes that. */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    // What nobody sees has no focus, without which the newer clipboard refuses.
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', '');
    });
    setTimeout(
      () => {
        document.execCommand('copy');
        // At once, it would take what it wrote along.
        setTimeout(close, TAKEN_MS);
      },
      Number(location.search.slice(1)) * 1_000,
    );
  },
});
