import type { Popup } from './popup.ts';

// The one place that knows how the popup looks; everything else speaks of acts.
const at = {
  newPassphrase: 'input[autocomplete=new-password]',
  strength: 'meter.strength',
  passphrase: 'input[autocomplete=current-password]',
  typeBack: 'section[aria-labelledby=recovery-title] input',
  shownKey: '.recovery-code',
  emergencyKey: 'form input[autocomplete=off]',
  submit: 'form button.primary[type=submit]',
  // A press while an act is under way does nothing.
  idle: 'main:not([aria-busy=true]) > header.bar',
  look: 'header.bar button.primary:enabled',
  problem: '.problem',
  found: 'section.card dl',
  // At a look-alike the button that adds is a plain one; of several namesakes the newest is the one to replace.
  add: 'section.card:not(.added, .automatic, .backup, .unconfirmed) :is(button.primary, dl ~ button:not(.plain), .namesakes li:last-child button)',
  added: '.added',
  filled: '.added:not([data-fill=filling])',
  code: 'li .code',
  fill: 'li button.primary',
  automatic: '.automatic button',
  notNow: '.automatic button.plain',
  lookAlike: 'main > .look-alike',
  refused: '.notice-warning',
  pending: '.badge-pending',
  confirmed: '.badge-confirmed',
  stale: '.badge-stale',
  backupCode: '.backup-codes code',
  backupQuote: 'section.card q',
  file: 'input[type=file]',
  filePassphrase: 'input[type=password]',
  preview: '.import-counts',
  accept: '.import-end button.primary',
  success: '.notice-success',
  more: 'li button.more',
  phoneCode: '.check-code input',
  verdict: '.account .notice',
  typing: '.check-code .problem',
  qr: 'svg.qr',
  saveCopy: '.save-copy',
  proven: '.proven',
  hold: 'button.hold',
  holdHint: '.hold ~ .hint',
  edit: '.edit-account',
  editAccount: '.edit-account form > .field:nth-of-type(2) input',
  editDetails: '.edit-account summary',
  editKey: '.edit-account details > .field:last-child input',
  editWarning: '.edit-warning',
  // Of the copies that can be read, the newest.
  bestCopy: '.copies button.primary',
} as const;

/** The popup as a customer uses it. */
export const popupPage = (popup: Popup) => ({
  at,
  /** Makes a vault without a passphrase where there is none, and gives its emergency key then. */
  async openVault(): Promise<string | null> {
    await popup.waitFor('h1');
    return (await popup.count({ button: 'questionMine' })) > 0 ? this.withoutPassphrase() : null;
  },
  async withoutPassphrase(): Promise<string> {
    await popup.click({ button: 'questionMine' });
    await popup.click({ button: 'choiceWithout' });
    const emergencyKey = await this.keepEmergencyKey();
    await popup.waitFor({ button: 'headerLock' });
    return emergencyKey;
  },
  /** Types the emergency key that is shown back, and gives it. */
  async keepEmergencyKey(): Promise<string> {
    const code = (await popup.text(at.shownKey)).trim().split(/\s+/).join('-');
    // As somebody types from paper.
    await popup.retype(at.typeBack, code.replaceAll('-', '').toLowerCase());
    await popup.press('Enter');
    await popup.waitForNone(at.shownKey);
    return code;
  },
  async choosePassphrase(passphrase: string): Promise<void> {
    await popup.click({ button: 'questionMine' });
    await this.typeNewPassphrase(passphrase);
    await popup.waitFor({ button: 'headerLock' });
  },
  /** Types a new passphrase twice, is told how hard it is to guess, and sends the form. */
  async typeNewPassphrase(passphrase: string): Promise<void> {
    await popup.type(at.newPassphrase, passphrase);
    await popup.press('Tab');
    await popup.type(`.field + .field ${at.newPassphrase}`, passphrase);
    await popup.waitFor(at.strength);
    await popup.click(at.submit);
  },
  /** Adds what was found on the page (in place of an older secret of the account), and waits until its code was filled. */
  async addFound(): Promise<void> {
    await popup.click(at.add);
    await popup.waitFor(at.filled);
  },
  async openFirstAccount(): Promise<void> {
    await popup.click('li button.more');
    await popup.waitFor('section.account');
  },
  fill: () => popup.click(at.fill),
  async fillByItselfHere(): Promise<void> {
    await popup.click(at.automatic);
  },
  async openSettings(): Promise<void> {
    await popup.waitFor(at.idle);
    await popup.click({ button: 'headerSettings' });
  },
  /** Proves who is about to choose a passphrase for a copy: by the one of Doorcode, or by a held button where it is null. */
  async prove(passphrase: string | null): Promise<void> {
    if (passphrase === null) await popup.hold(at.hold);
    else {
      await popup.retype(at.passphrase, passphrase);
      await popup.click(at.submit);
    }
    await popup.waitFor(at.newPassphrase);
  },
  /** Saves a backup, as whoever knows the passphrase of Doorcode (null: there is none); the browser puts the file where it puts downloads. */
  async exportBackup(passphrase: string, own: string | null): Promise<void> {
    await this.openSettings();
    await popup.click({ button: 'settingsExport' });
    await this.prove(own);
    await this.typeNewPassphrase(passphrase);
    await popup.waitFor({ button: 'settingsExport' });
  },
  /** Puts off the question for a saved copy. */
  async saveCopyLater(): Promise<void> {
    await popup.click({ button: 'copiesLater' });
    await popup.waitForNone(at.saveCopy);
  },
  /** Answers the question for a saved copy with yes, and waits until the passphrase of Doorcode is asked for. */
  async saveCopyNow(): Promise<void> {
    await popup.click(`${at.saveCopy} button`);
    await popup.waitForNone(at.saveCopy);
    await popup.waitFor(at.passphrase);
  },
  /** What the settings say of how the saved copies stand. */
  async copyHealth(): Promise<string> {
    await this.openSettings();
    return popup.text('.copy-health');
  },
  /** Looks into a saved copy, and gives what it would bring, in one line. */
  async previewRestore(path: string, passphrase: string): Promise<string> {
    await this.openSettings();
    await popup.click({ button: 'settingsRestore' });
    return this.previewFile(path, passphrase);
  },
  /** Gives a saved copy and its passphrase to the form that asks for them, and gives what it would bring. */
  async previewFile(path: string, passphrase: string): Promise<string> {
    await popup.upload(at.file, path);
    await popup.type(at.filePassphrase, passphrase);
    await popup.click(at.submit);
    await popup.waitFor(at.preview);
    return popup.text(at.preview);
  },
  /** Adds what the list shows, and waits until it says that it did. */
  async acceptRestore(): Promise<void> {
    await popup.click(at.accept);
    await popup.waitFor(at.success);
  },
  /** Takes back what was added together. */
  async undoAdded(): Promise<void> {
    await popup.click({ button: 'importUndo' });
    await popup.waitForNone({ button: 'importUndo' });
    await popup.waitFor(at.success);
  },
  /** Asks the background to fill the first entry here, past the buttons that the popup would not show; gives its answer. */
  fillFirstAnyway: (kind: 'fill' | 'fill-backup-code' = 'fill') =>
    popup.evaluate(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      const { entries } = await api.runtime.sendMessage({ kind: 'list-entries', tabId: tab.id, most: 1 });
      return api.runtime.sendMessage({ kind: '${kind}', tabId: tab.id, entryId: entries[0].id });
    })()`),
  /** Opens the screen of the account whose row holds a text. */
  async openAccount(text: string): Promise<void> {
    await popup.waitFor(at.idle);
    const label = `[aria-label*=${JSON.stringify(text)}]`;
    await popup.click(`${at.more}${label}`);
    await popup.waitFor(at.phoneCode);
  },
  /** Types a code from a phone into an account's screen, in place of the one before, and sends it. */
  async checkCode(code: string): Promise<void> {
    await popup.retype(at.phoneCode, code);
    await popup.press('Enter');
  },
  /** Opens the form of the account whose screen is open. */
  async openEdit(): Promise<void> {
    await popup.click({ button: 'accountEdit' });
    await popup.waitFor(at.edit);
  },
  /** Saves the open form; names and sites by this press alone. */
  saveEdit: () => popup.click(`${at.edit} ${at.submit}`),
  /** Types an emergency key in place of the forgotten passphrase. */
  async typeEmergencyKey(code: string): Promise<void> {
    await popup.retype(at.emergencyKey, code);
    await popup.press('Enter');
  },
  async lock(): Promise<void> {
    await popup.waitFor(at.idle);
    await popup.click({ button: 'headerLock' });
    await popup.waitFor(at.passphrase);
  },
  async unlock(passphrase: string): Promise<void> {
    await popup.type(at.passphrase, passphrase);
    await popup.click({ button: 'unlockButton' });
  },
});
