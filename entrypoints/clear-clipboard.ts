import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

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
        close();
      },
      Number(location.search.slice(1)) * 1_000,
    );
  },
});
