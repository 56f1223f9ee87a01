import { inBoth, inOne, type Row } from './row.ts';

// Goes through steps 0 to 10 in one browser session.
const wholeWay = inBoth(
  'journey',
  'leads from a fresh installation to a code that the portal confirmed in six presses, with nothing typed but the emergency key',
);
const refused = inBoth('life', 'hears without a press that the dialog refuses the code, and goes on');
const whyRefused = inBoth(
  'refused',
  'hears without a press that an enrolment refused the code, and says that the page shows another secret than the one saved',
);
const byTheDesk = inBoth(
  'desk',
  'disables two-factor login for a customer whom it recognised, who reads so at the next login, as does Doorcode by the next press of the button',
);
const ended = inBoth('life', 'ends by the next press when the dialog says that two-factor login is off');
const putBack = inBoth(
  'help',
  'keeps an account that the portal ended where it can be put back, and leads to the settings that start anew',
);
const keptCode = 'lets the customer in with the kept backup code, and hears of the new one on the next page';
const newSecret = 'begins again with a new secret, accepted on the next page and heard';

// docs/pictures is made by `npm run readme-pictures`.
/** The portal's article about two-factor login, step by step: how a phone does it, how Doorcode does, what proves it. */
export const rows: readonly Row[] = [
  {
    parts: ['step-0'],
    step: 'Have an authenticator',
    phone: 'A phone or tablet with an authenticator app, charged and at hand.',
    doorcode:
      'Doorcode in the browser. Once, in the tab that opens or in the popup: say whose computer it is, and choose a passphrase, or decline one and keep an emergency key.',
    picture: {
      file: 'first-run.png',
      shows: 'The tab that opens first offers to choose a passphrase or to do without one',
    },
    proofs: [
      inBoth(
        'first-run',
        'leads from the tab that opens to a confirmed code in five presses, with nothing typed but the passphrase',
      ),
      wholeWay,
    ],
  },
  {
    parts: ['step-1'],
    step: 'Log in',
    phone: 'Email address and password. Once two-factor login is on: look at the phone and type six digits too.',
    doorcode:
      "Email address and password, which are not Doorcode's business. Once two-factor login is on it fills the digits: by a press in the popup, by `Alt+Shift+F`, by the menu of the box, or by itself where you said so. With several accounts at the site, the one that the page names or whose email address you typed is filled; where neither says it, you choose in the popup.",
    picture: { file: 'hello.png', shows: 'The customer area greets Dana by name after a login with a filled code' },
    proofs: [
      inBoth('journey', 'fills the code at login from the popup, and the portal lets the customer in'),
      inBoth('filling', 'fills by the keyboard command, and the portal lets the customer in'),
      inBoth('filling', 'fills by the context menu of the box, and the portal lets the customer in'),
      inBoth(
        'filling',
        'fills by itself a code that the portal accepts, first in the tab that is open when it is allowed, says on the toolbar whether the site has confirmed the account, and nothing elsewhere, and beside the page shows the code of the tab in front until it is locked',
      ),
      inBoth('accounts', 'are told apart by the e-mail typed at the login, where the challenge names nobody'),
    ],
  },
  {
    parts: ['step-2'],
    step: '_Hello, Name!_, then _Security Settings_',
    phone: 'Press both.',
    doorcode: 'The same, or press _Open Security Settings_ in the popup, which is there where the page leads to them.',
    picture: { file: 'menu.png', shows: 'The menu under the name of the customer holds Security Settings' },
    proofs: [wholeWay, putBack],
  },
  {
    parts: ['step-3'],
    step: '_Click here to Enable_: a new window pops up',
    phone: 'Press it.',
    doorcode:
      'The same. In a window without a toolbar Doorcode is called by the menu of the right mouse button (Chromium) or by `Alt+Shift+A` (Firefox).',
    picture: { file: 'get-started.png', shows: 'The window that Click here to Enable opened, with Get Started' },
    proofs: [
      wholeWay,
      inOne(
        'chromium',
        'real-input',
        'enrols in a window without a toolbar by the menu, as Chromium gives commands to no such window',
      ),
      inOne('firefox', 'variants', 'enrols in a window without a toolbar by the command'),
    ],
  },
  {
    parts: ['step-4'],
    step: '_Get Started_: the QR code is shown',
    phone: 'Press it.',
    doorcode: 'The same.',
    picture: { file: 'enrolment.png', shows: 'The window with the QR code; beside it the popup, which has read it' },
    proofs: [wholeWay],
  },
  {
    parts: ['step-5', 'step-6', 'step-7'],
    step: 'Open the app, add an account, scan the QR code',
    phone: 'Unlock the phone, find the app, press the plus sign, choose to scan, point the camera at the screen.',
    doorcode:
      'Press the toolbar button: the popup has read the page already and names service, account and site. Press _Add from page_. However often the popup is closed meanwhile, it opens where you were.',
    picture: { file: 'found.png', shows: 'The popup names service, account and site, and offers to add them' },
    proofs: [wholeWay, inBoth('popup', 'reopens on the same step of an enrolment, whenever it was closed')],
  },
  {
    parts: ['step-8'],
    step: 'Six digits appear',
    phone: 'In the app, new ones every 30 seconds.',
    doorcode: 'In the popup, the same digits at the same time, and in the box of the page.',
    picture: { file: 'codes.png', shows: 'The popup lists the account with its six digits and their seconds' },
    proofs: [wholeWay, inBoth('popup', 'reopens on the same step of an enrolment, whenever it was closed')],
  },
  {
    parts: ['step-9'],
    step: 'Type the digits, _Submit_',
    phone: 'Read them, type them before they change, press _Submit_.',
    doorcode: 'Nothing to type. Press _Submit_.',
    picture: { file: 'filled.png', shows: 'The six digits are in the box of the window, above Submit' },
    proofs: [wholeWay],
  },
  {
    parts: ['step-10'],
    step: 'The confirmation and the backup code',
    phone: 'Write the backup code down.',
    doorcode:
      'The account is marked as confirmed because the page says so, not because a code was filled. The popup offers the backup code with the sentence of the page; one press keeps it encrypted, and it is not offered again.',
    picture: {
      file: 'backup-code.png',
      shows: 'The window says that two-factor login is on, and shows the backup code',
    },
    proofs: [
      inBoth(
        'life',
        'hears without a press that the dialog confirms, and offers its backup code, which outlives dialog and lock until a press keeps it',
      ),
      inBoth('life', 'offers the same backup code no second time, and asks for no saved copy beside a box for codes'),
    ],
  },
  {
    parts: ['step-11'],
    step: 'Close the window',
    phone: 'Press _Close_. Security Settings behind it says that two-factor login is on.',
    doorcode:
      'The same. Closed before _Submit_, the account is asked about at that site later: keep it, or say that you stopped half-way.',
    picture: { file: 'enabled.png', shows: 'Security Settings say that two-factor login is on' },
    proofs: [
      inBoth(
        'portal-window',
        'the customer area enrols in a window without a toolbar, which closes and leaves the new state behind',
      ),
      inBoth(
        'popup',
        'asks what becomes of an account whose dialog was closed unconfirmed, and takes either answer without deleting it',
      ),
    ],
  },
  {
    parts: ['disable'],
    step: 'Disable',
    phone: 'Disable it at the site with the password, then find the account in the app and delete it.',
    doorcode:
      'Disable it at the site with the password. At the next press of the button the account is marked as no longer in force, and a press takes that back. Removed here, it can be put back.',
    picture: {
      file: 'disabled.png',
      shows: 'The site says that two-factor login is off; the popup marks the account as no longer in force',
    },
    proofs: [ended, putBack],
  },
  {
    parts: ['change-device'],
    step: 'Change of device',
    phone:
      'Move the account inside the app if the app can; else log in with the old phone, disable and enable again. Without the old phone type the backup code, and write the new one down.',
    doorcode:
      "To a phone: by QR code, after the passphrase; one of the phone's codes proves that it works, and only then the account can be removed here. From a phone: by its QR codes, one account or a whole export, as pictures or held before the camera; such accounts are filled nowhere until you use them at a site. From another app: by the file that it exports. To another browser: by an encrypted backup. Without any of these: Doorcode fills the backup code that it kept, and keeps the new one.",
    picture: { file: 'move.png', shows: 'The popup shows the QR code for the phone (blurred here)' },
    proofs: [
      inBoth('move', 'moves an account to a phone: shows it after the passphrase, is shown a code, and lets it go'),
      inBoth('move', 'moves several accounts at once, and names the one that cannot travel so'),
      inBoth(
        'from-phone',
        'brings the accounts of a phone from two pictures of one export, part by part, takes them back, and brings them from a locked file',
      ),
      inOne(
        'chromium',
        'from-phone',
        'brings them from the camera, which is on until the whole export was seen, and no longer',
      ),
      inOne('firefox', 'from-phone', 'reads what a camera shows, and switches it off'),
      inBoth('vault', 'restores an encrypted file in a fresh browser, and the restored entry logs in at its own site'),
      inOne('chromium', 'life', `${keptCode} without a press`),
      inOne('firefox', 'life', `${keptCode} by the next press of the button`),
    ],
  },
  {
    parts: ['code-refused'],
    step: 'The code is not accepted',
    phone: 'Wait for the next code and try again; set the clock of the phone.',
    doorcode:
      "Doorcode says that the site refused the code, and why where that is known, fills none by itself there until you press, and fills the next code on a press. Where this computer's clock is off, the codes can be corrected by what was measured. What a phone shows can be checked: the same secret with the clock so far off, used already, another account's, or not this secret.",
    picture: {
      file: 'refused.png',
      shows: 'The site refused a code; the popup says so, and offers the next code and a check of the clock',
    },
    proofs: [
      refused,
      whyRefused,
      inBoth(
        'refused',
        'says by the next press of the button why a code was refused as far as it is known, checks the clock on a press, and fills the next code',
      ),
      inBoth(
        'filling',
        'fills by itself where the customer allowed it, at no other port of that host, and not again after a refused code',
      ),
      inBoth(
        'clock',
        'corrects the codes by what a check measured, fills one that the site takes, and ends it once the clock is right',
      ),
      inBoth('move', 'says what a code is that a phone shows'),
      inBoth('move', 'knows the code that it filled last'),
    ],
  },
  {
    parts: ['lost-backup-code'],
    step: 'Lost backup code',
    phone:
      'Log in, disable and enable again for a new one. If the phone is lost too, only the billing department can help, by hand.',
    doorcode:
      'One that Doorcode kept can be shown and filled there. Else the same way: log in, disable, enable again; the new secret becomes an account of its own beside the ended one. If this computer is lost too, the billing department as before; at the next login the account is marked as no longer in force, because the page says so.',
    picture: {
      file: 'backup-offer.png',
      shows: 'The popup asks to print, copy or keep the backup code that the site shows',
    },
    proofs: [
      inOne('chromium', 'life', `${keptCode} without a press`),
      inOne('firefox', 'life', `${keptCode} by the next press of the button`),
      byTheDesk,
      ended,
      inOne('chromium', 'life', `${newSecret} without a press`),
      inOne('firefox', 'life', `${newSecret} by the next press of the button`),
    ],
  },
];
