import { corner, type Theme } from './themes.ts';

/**
 * What the module's own part of a page may look like. It is not public, so the tests take several dresses of the same step:
 * `bare` boxes without a word, `labelled` ones, and `spoken`, where the placeholder speaks.
 */
export type Dress = 'bare' | 'labelled' | 'spoken';

const picture =
  '<img id="qr" alt="" width="200" height="200" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">';

/** The box for a code, in each dress. */
export const moduleBoxes: Readonly<Record<Dress, (name: string) => string>> = {
  bare: (name) =>
    `<div align="center"><input type="text" name="${name}" maxlength="6" autocomplete="off" class="form-control input-lg" autofocus></div>`,
  labelled: (name) =>
    `<div class="form-group"><label for="input-${name}">Code of your app</label><input type="text" id="input-${name}" name="${name}" class="form-control"></div>`,
  spoken: (name) =>
    `<div class="row"><div class="col-sm-8"><input type="text" name="${name}" maxlength="6" class="form-control" placeholder="Enter the authentication code"></div></div>`,
};

const submit = '<button type="button" class="btn btn-primary modal-submit" id="btnEnable2FA">Submit</button>';

/** The security page behind the dialogs: security questions, the status line that shows, and an advice. */
export function securityPage(theme: Theme, is: 'on' | 'off', answer = '', dialog = ''): string {
  const line = (link: 'enable' | 'disable', word: string): string => {
    const shows = (link === 'disable') === (is === 'on');
    return `<p class="twofa-config-link ${link}${shows ? '' : ` ${theme.hidden}`}">Two-factor login is at present <strong>${word}</strong></p>`;
  };
  const link = (kind: 'enable' | 'disable', colour: string): string =>
    `<a href="/account/security/two-factor/${kind}" class="btn btn-${colour} open-modal twofa-config-link ${kind}${(kind === 'disable') === (is === 'on') ? '' : ` ${theme.hidden}`}">Click to ${kind}</a>`;
  const questions =
    '<form method="post" action="/user/security/question"><div class="form-group"><label for="inputCurrentAns">Your first pet?</label><input type="password" name="currentsecurityqans" id="inputCurrentAns" class="form-control" autocomplete="off"></div><div class="form-group"><label for="inputSecurityAns1">Answer</label><input type="password" name="securityqans" id="inputSecurityAns1" class="form-control" autocomplete="off"></div><input class="btn btn-primary" type="submit" value="Save"></form>';
  const twoFactor = `${line('disable', 'enabled')}${line('enable', 'disabled')}${theme.alert('warning', 'We advise you to enable two-factor login, so that nobody comes in with your password alone.')}${link('disable', 'danger')}${link('enable', 'success')}`;
  return theme.page(
    'Security Settings',
    `${answer}${theme.part('Security Question', questions)}${theme.part('Two-Factor Authentication', twoFactor)}`,
    dialog,
  );
}

/** Answers to a code of the enrolment: none yet, or the same step again with an error above its box or in a corner. */
export type EnrolmentAnswer = 'none' | 'above-box' | 'listed' | 'in-corner' | 'unworded';

/** The dialog with the QR code, the key to type by hand, and the box. */
export function enrolment(theme: Theme, dress: Dress, answer: EnrolmentAnswer = 'none'): string {
  const error = {
    none: '',
    'in-corner': '',
    'above-box': theme.alert('danger', 'That is not the code we were waiting for; it was wrong or is used up.'),
    listed: theme.alert('danger', '<strong>These errors occurred:</strong><ul><li>The code is incorrect.</li></ul>'),
    unworded: theme.alert('danger', 'Something went amiss.'),
  }[answer];
  const step = `<form onsubmit="return false"><input type="hidden" name="token" value="0123456789abcdef"><input type="hidden" name="step" value="verify"><input type="hidden" name="module" value="totp">
    <h3>Connect your app</h3><p>Once two-factor login has been enabled, a code is asked for at each login. If a code is invalid, wait for the next.</p><p>Scan the picture with Google Authenticator or Duo, or type this key by hand: JBSW Y3DP EHPK 3PXP</p>
    <div class="text-center">${picture}</div><p>Then type the 6-digit code that it makes.</p>${error}${moduleBoxes[dress]('verifykey')}</form>`;
  const floating = answer === 'in-corner' ? corner('warning', 'Sorry', 'The code was not accepted.') : '';
  return securityPage(theme, 'off', '', theme.dialog('Enable Two-Factor Authentication', step, submit)) + floating;
}

/** How the last step of the enrolment words its success, and how it sets the code. */
export const lastSteps: Readonly<Record<string, (theme: Theme, code: string) => string>> = {
  'a headline and a framed code': (_, code) =>
    `<h3>Two-factor authentication is now enabled</h3><p>Your backup code is</p><div class="backup-code">${code}</div><p>Write it on paper. You need it in order to log in when your phone is lost.</p>`,
  'a framed message and a code in large letters': (_, code) =>
    `<div class="activation-msg">Two-factor login: setup is complete</div><h4 class="text-center">Backup code</h4><p>Keep it secret. You need it in order to log in without your phone.</p><h2 class="backup-code text-center">\n${code}\n</h2>`,
  'an alert whose topic is the title of the dialog': (theme, code) =>
    `<form><input type="hidden" name="token" value="x">${theme.alert('success', 'Success! It has been set up for your account.')}<div class="backup-code">Backup code:<br><strong>${code}</strong></div></form>`,
  'a code in the sentence that names it': (theme, code) =>
    `${theme.alert('success', 'Two-factor authentication has been successfully activated.')}<p>Keep your backup code secret. It is shown only now.</p><p>Your backup code: ${code}</p>`,
  'a code on the second line of its own frame': (theme, code) =>
    `${theme.alert('success', 'Two-factor authentication is now active.')}<div class="backup-code">Your backup code is<br>${code}</div>`,
  'a box to copy from': (theme, code) =>
    `${theme.alert('success', 'Two-factor login was enabled successfully.')}<label for="bc">Backup code</label><p>Your backup code, to be kept:</p><input id="bc" class="form-control backup-code" readonly value="${code}">`,
};

/** The dialog after the code was accepted, with the backup code once. */
export const enrolled = (theme: Theme, step: string): string =>
  securityPage(theme, 'off', '', theme.dialog('Enable Two-Factor Authentication', step, ''));

/** The dialog that asks for the password before two-factor login is switched off. */
export const disableQuestion = (theme: Theme): string =>
  securityPage(
    theme,
    'on',
    '',
    theme.dialog(
      'Disable Two-Factor Authentication',
      '<form><input type="hidden" name="token" value="x"><p>To disable two-factor authentication, type your password.</p><input type="password" name="pwverify" class="form-control" placeholder="Password" autocomplete="off"></form>',
      '<button type="button" class="btn btn-danger modal-submit" id="btnDisable2FA">Disable Two-Factor Authentication</button>',
    ),
  );

const gone = 'Two-Factor Authentication has now been disabled for your account.';

/** Where it is said that two-factor login was switched off: in the dialog, in a corner, or on the page loaded anew. */
export const disabledNotices: Readonly<Record<string, (theme: Theme) => string>> = {
  'an alert in the dialog': (theme) =>
    securityPage(theme, 'on', '', theme.dialog('Disable Two-Factor Authentication', theme.alert('success', gone), '')),
  'a paragraph in the dialog': (theme) =>
    securityPage(theme, 'on', '', theme.dialog('Disable Two-Factor Authentication', `<p>${gone}</p>`, '')),
  'a framed message in the dialog': (theme) =>
    securityPage(
      theme,
      'on',
      '',
      theme.dialog('Disable Two-Factor Authentication', `<div class="activation-msg">${gone}</div>`, ''),
    ),
  'a message in the corner': (theme) => securityPage(theme, 'off') + corner('notice', 'Done', gone),
  'an alert of the page loaded anew': (theme) => securityPage(theme, 'off', theme.alert('success', gone)),
};
