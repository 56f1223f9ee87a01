import { type Dress, moduleBoxes } from './pages.ts';
import type { Theme } from './themes.ts';

/** What the challenge shows, and what it says of the try before. */
export type Challenge = { readonly shows: 'app' | 'backup'; readonly dress: Dress; readonly refused: boolean };

/** The page between password and customer area: one form for the app's code, one for a backup code, one of them hidden. */
export function challenge(theme: Theme, { shows, dress, refused }: Challenge): string {
  const offer = 'Your phone is not at hand? <a href="#" id="loginWithBackupCode">Use a backup code</a>';
  const hides = (form: Challenge['shows']): string => (form === shows ? '' : ` class="${theme.hidden}"`);
  const alert = refused
    ? theme.alert('danger', 'The second factor that you gave is incorrect. Please try it again.')
    : theme.alert('warning', 'Your second factor is needed, to finish the login.');
  const app = `<form method="post" action="/login/challenge/verify" id="frmTwoFactorChallenge"${hides('app')}><div class="margin-bottom">${moduleBoxes[dress]('key')}<input id="btnLogin" type="submit" class="btn btn-primary btn-block btn-lg" value="Login"></div>${theme.offersInForm ? `<p class="text-center">${offer}</p>` : ''}</form>`;
  const backup = `<form method="post" action="/login/challenge/backup" id="frmTwoFactorBackup"${hides('backup')}><div class="margin-bottom"><input type="text" name="twofabackupcode" class="form-control input-lg" placeholder="Type your backup code to log in"><br><button type="submit" class="btn btn-primary btn-lg btn-block" id="btnLogin">Login</button></div><p class="text-center"><a href="#" id="backupCodeCancel">Cancel</a></p></form>`;
  const under = theme.offersInForm
    ? ''
    : `<div class="card-footer px-md-5" id="frmTwoFactorChallengeFooter"${hides('app')}><small>${offer}</small></div>`;
  return theme.page('', theme.sheet('Two-Factor Authentication', `${alert}${app}${backup}`, under));
}

/** The login of a connected application: one form with two parts; `code` is the backup code. */
export function connectedApplication(theme: Theme, { shows, dress, refused }: Challenge): string {
  const hides = (part: Challenge['shows']): string => (part === shows ? '' : ` class="${theme.hidden}"`);
  const alert = refused
    ? theme.alert('danger', 'The second factor that you gave is incorrect. Please try it again.')
    : theme.alert('warning', 'Your second factor is needed, to finish the login.');
  return `<div class="content-container"><h2 class="text-center">Two-Factor Authentication</h2><form method="post" action="/login/challenge/verify" role="form">
    <div id="loginWithBackupCode"${hides('backup')}><div class="content-padded">${theme.alert('warning', 'Type your backup code to log in')}<input type="text" name="code" class="form-control"><br><button type="submit" name="backupcode" value="1" class="btn" id="btnLogin">Login</button></div><div class="action-buttons"><button type="button" id="btnCancel">Cancel</button></div></div>
    <div id="loginWithSecondFactor"${hides('app')}><div class="content-padded">${alert}${moduleBoxes[dress]('key')}</div><div class="action-buttons"><div class="small">Your phone is not at hand?<br><a href="#">Use a backup code</a></div><button type="button" id="btnCancel">Cancel</button></div></div>
  </form></div>`;
}

/** How the page with the new code tells that the old one is gone. */
export const usedUp = [
  'You are logged in by your backup code. It is good for one login, and is replaced now.',
  'Welcome back. The backup code that you used has expired.',
];

/** The page after a login by backup code: a new one, shown once. */
export const newBackupCode = (theme: Theme, code: string, told = usedUp[0] ?? ''): string =>
  theme.page(
    '',
    theme.sheet(
      'Two-Factor Authentication',
      `${theme.alert('success', told)}${theme.newCode('Your new backup code is', code)}<p class="text-center">Write it on paper. It is needed when your phone is lost.</p><p class="text-center"><a href="/clientarea" class="btn btn-default">Continue &raquo;</a></p>`,
      '',
    ),
  );

/** Where a login ends. */
export const home = (theme: Theme): string =>
  theme.page(
    'Hello, Dana!',
    `${theme.part('Services', '<p>You have 2 active services.</p>')}${theme.part('Register a domain', '<form method="post" action="/domainchecker"><input type="text" name="domain" class="form-control" placeholder="example.com"><input type="submit" value="Search"></form>')}`,
  );
