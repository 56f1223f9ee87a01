import type { Surface } from './surface.ts';

// Popup, first-run tab and portal in one list: where a secret or a code can stand in any of them.
const put = `(() => {
  const undo = (globalThis.doorcodeUndo = []);
  const soften = (element) => {
    const before = element.style.filter;
    element.style.filter = 'blur(9px)';
    undo.push(() => { element.style.filter = before; });
  };
  const write = (element, text) => {
    const before = [...element.childNodes];
    element.replaceChildren(text);
    undo.push(() => element.replaceChildren(...before));
  };
  document.querySelectorAll('.qr, .qr-table').forEach(soften);
  document.querySelectorAll('#manualKey').forEach((key) => write(key, 'ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567'));
  document.querySelectorAll('#backupCode, .backup-codes code').forEach((code) => write(code, 'XXXXX-XXXXX-XXXXX-XXXXX'));
  document.querySelectorAll('.recovery-code span').forEach((group) => write(group, 'XXXX '));
  document.querySelectorAll('.next-code').forEach((next) => {
    // Seconds have two digits at most, a group of a code three or more.
    write(next, next.textContent.replace(/\\d{3,}/g, (group) => '7654321'.slice(0, group.length)));
  });
  document.querySelectorAll('button.code, p.code').forEach((code) => {
    const parts = [...code.querySelectorAll('*')].filter((part) => part.childElementCount === 0);
    let digit = 0;
    for (const part of parts.length === 0 ? [code] : parts)
      write(part, part.textContent.replace(/\\d/g, () => String((digit++ % 9) + 1)));
  });
  document.querySelectorAll('input').forEach((input) => {
    if (!/^\\d{6}$/.test(input.value)) return;
    const before = input.value;
    input.value = '123456';
    undo.push(() => { input.value = before; });
  });
  return true;
})()`;

const takeAway = `(() => {
  for (const undo of (globalThis.doorcodeUndo ?? []).reverse()) undo();
  delete globalThis.doorcodeUndo;
  return true;
})()`;

/** Takes a picture in which secrets and codes are made up, and puts everything back. */
export async function disguisedPicture(surface: Pick<Surface, 'evaluate' | 'picture'>): Promise<Uint8Array> {
  await surface.evaluate(put);
  try {
    return await surface.picture();
  } finally {
    await surface.evaluate(takeAway);
  }
}
