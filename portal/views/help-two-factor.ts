import { html } from 'hono/html';
import type { Html } from './layout.ts';

type Part = { readonly id: string; readonly title: string; readonly text: Html };

const step = ({ id, title, text }: Part): Html => html`<li id="${id}"><h3>${title}</h3>
<p>${text}</p></li>`;

const section = ({ id, title, text }: Part): Html => html`<section class="card" id="${id}"><h2>${title}</h2>
${text}</section>`;

// What stands in <b> is the label of a link or button in this customer area; a test presses for each of them.
const steps: readonly Part[] = [
  {
    id: 'step-0',
    title: 'Have an authenticator',
    text: html`You need a program that makes login codes: an authenticator app on a phone or tablet, or one in your browser. Any that knows time-based codes (TOTP) will do. It needs a clock that is right; let your device set it by the network.`,
  },
  {
    id: 'step-1',
    title: 'Log in',
    text: html`Open the <a href="/login">customer area</a> and log in with your email address and your password.`,
  },
  {
    id: 'step-2',
    title: 'Open Security Settings',
    text: html`Press <b>Hello, Name!</b> at the top of the page (it has your own name), and choose <b>Security Settings</b>.`,
  },
  {
    id: 'step-3',
    title: 'Begin',
    text: html`Under Two-Factor Authentication press <b>Click here to Enable</b>. A new window pops up. The customer area behind it stays where it is.`,
  },
  {
    id: 'step-4',
    title: 'Get the QR code',
    text: html`<b>Time Based Tokens</b> is chosen already. If you logged in a while ago, type your password again. Press <b>Get Started</b>. The window now shows a QR code, a key to type by hand, and a box for 6 digits.`,
  },
  {
    id: 'step-5',
    title: 'Open your authenticator',
    text: html`Leave the window open. Open the app on your phone, or the authenticator of your browser.`,
  },
  {
    id: 'step-6',
    title: 'Add an account in it',
    text: html`Most apps have a plus sign for this; some ask whether you want to scan a QR code or type a key.`,
  },
  {
    id: 'step-7',
    title: 'Scan the QR code',
    text: html`Point the camera at the picture. An authenticator in your browser reads it from the page, without a camera. If neither works, type the manual key that stands below the picture; capitals and spaces make no difference.`,
  },
  {
    id: 'step-8',
    title: 'Six digits appear',
    text: html`Your authenticator now lists Harbour Hosting with your email address and a code of 6 digits. A new code takes its place every 30 seconds.`,
  },
  {
    id: 'step-9',
    title: 'Type the digits and submit',
    text: html`Type the code into the box <b>6-digit code</b> and press <b>Submit</b>. If it is not accepted, wait for the next code and try again: the QR code stays the same, so you need not scan it twice.`,
  },
  {
    id: 'step-10',
    title: 'Keep the backup code',
    text: html`The window says that two-factor authentication is enabled, and shows your backup code. Write it down and keep it away from your authenticator. We show it this once only.`,
  },
  {
    id: 'step-11',
    title: 'Close the window',
    text: html`Press <b>Close</b>. Security Settings now says that two-factor authentication is enabled, and from your next login on we ask for a code after your password.`,
  },
];

const sections: readonly Part[] = [
  {
    id: 'disable',
    title: 'Disable two-factor authentication',
    text: html`<p>Open Security Settings, press <b>Click here to Disable</b>, type your password and press <b>Disable</b>. Your other browsers are logged out. The account in your authenticator makes codes that are good for nothing any more; delete it there.</p>
<p>Without a second factor, whoever learns your password can log in as you.</p>`,
  },
  {
    id: 'change-device',
    title: 'Change to another device',
    text: html`<p>Keep the old device until the new one has logged you in once.</p>
<p>If your authenticator can move its accounts, or restore them from a backup of its own, do that: nothing changes here, and both devices show the same code.</p>
<p>If it cannot, log in with the old device, <a href="#disable">disable</a> two-factor authentication and <a href="#step-3">enable</a> it again with the new one. You get a new backup code then, and the old one is void.</p>
<p>Without the old device, press <b>Log in using a backup code</b> on the page that asks for the code. A backup code works once; after it you see a new one. Then disable and enable as above.</p>`,
  },
  {
    id: 'code-refused',
    title: 'The code is not accepted',
    text: html`<p>A code works once, so after a login wait for the next one. After several tries we wait a little longer each time before we look at another code.</p>
<p>Most often the clock is wrong: set your device's clock by the network. In a browser that is still logged in, <b>Is my code right?</b> on Security Settings tells you what is wrong with a code.</p>`,
  },
  {
    id: 'lost-backup-code',
    title: 'You lost the backup code',
    text: html`<p>As long as your authenticator works, log in, <a href="#disable">disable</a> two-factor authentication and <a href="#step-3">enable</a> it again. You see a new backup code in step 10.</p>
<p>If the authenticator is gone too, only our billing department can help. On the page that asks for the code, open <b>No authenticator and no backup code?</b> and tell us how we can recognise you. If you cannot log in at all, <a href="/help/lost-two-factor">write to us here</a>. We decide by hand, and we are slow on purpose: somebody else may be pretending to be you.</p>`,
  },
];

/** The help article about two-factor login; every step and section has an id to link to. */
export const twoFactorHelp =
  (): Html => html`<p>With two-factor authentication your password alone no longer opens your account: we also ask for a code that only your authenticator knows. Setting it up takes about two minutes.</p>
<nav class="contents card" aria-label="On this page"><ul><li><a href="#step-0">Enable two-factor authentication</a></li>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<section class="card"><h2>Enable two-factor authentication</h2>
<ol class="steps" start="0">${steps.map(step)}</ol></section>
${sections.map(section)}`;
