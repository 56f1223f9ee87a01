import type { Popup } from './popup.ts';

// The one place that knows how the popup looks; everything else speaks of acts.
const at = {
  newPassphrase: 'input[autocomplete=new-password]',
  passphrase: 'input[autocomplete=current-password]',
  submit: 'form button.primary[type=submit]',
  problem: '.problem',
  found: 'section.card dl',
  added: '.added',
  code: 'li .code',
  fill: 'li button.primary',
  automatic: '.automatic button',
  file: 'input[type=file]',
  filePassphrase: 'input[type=password]',
} as const;

/** The popup as a customer uses it. */
export const popupPage = (popup: Popup) => ({
  at,
  async withoutPassphrase(): Promise<void> {
    await popup.click({ button: 'choiceWithout' });
    await popup.waitFor({ button: 'headerLock' });
  },
  async choosePassphrase(passphrase: string): Promise<void> {
    await this.typeNewPassphrase(passphrase);
    await popup.waitFor({ button: 'headerLock' });
  },
  /** Types a new passphrase twice and sends the form. */
  async typeNewPassphrase(passphrase: string): Promise<void> {
    await popup.type(at.newPassphrase, passphrase);
    await popup.press('Tab');
    await popup.type(`.field + .field ${at.newPassphrase}`, passphrase);
    await popup.click(at.submit);
  },
  /** Adds what was found on the page, and waits until it is saved. */
  async addFound(): Promise<void> {
    await popup.click({ button: 'foundAdd', within: 'section.card' });
    await popup.waitFor(at.added);
  },
  fill: () => popup.click(at.fill),
  async fillByItselfHere(): Promise<void> {
    await popup.click(at.automatic);
  },
  async lock(): Promise<void> {
    await popup.click({ button: 'headerLock' });
    await popup.waitFor(at.passphrase);
  },
  async unlock(passphrase: string): Promise<void> {
    await popup.type(at.passphrase, passphrase);
    await popup.click({ button: 'unlockButton' });
  },
});
