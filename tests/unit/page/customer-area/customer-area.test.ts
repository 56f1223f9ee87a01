import { beforeEach, describe, expect, it } from 'vitest';
import { findBackupField } from '../../../../lib/page/find-backup-field.ts';
import { findCodeField } from '../../../../lib/page/find-code-field.ts';
import { asksForProof } from '../../../../lib/page/outcome/asks-for-proof.ts';
import { readOutcome } from '../../../../lib/page/outcome/read-outcome.ts';
import { statementsOf } from '../../../../lib/page/outcome/statements.ts';
import { createAgent } from '../../../../lib/page/page-agent.ts';
import { challenge, connectedApplication, home, newBackupCode, usedUp } from './login.ts';
import { type Dress, disabledNotices, disableQuestion, enrolled, enrolment, lastSteps, securityPage } from './pages.ts';
import { type Theme, themes } from './themes.ts';

const agent = createAgent(window);
const asks = () => agent.look({ mode: 'automatic', enrolledHere: true, besideCode: false }).box !== 'none';

const show = (theme: Theme, page: string): void => {
  document.head.innerHTML = `<title>Hosting</title><style>${theme.style}</style>`;
  document.body.innerHTML = page;
};

/** The box that is filled, in one word: its name, or why none is. `box` after a code was read there, `unasked` without. */
function boxes(): { box: string; unasked: string; backupBox: string | null } {
  const look = (anchor: Element | null): string => {
    const found = findCodeField(document, { mode: 'automatic', enrolledHere: true, anchor });
    if (found.kind !== 'found') return 'none';
    return found.field.kind === 'single' ? `${found.field.input.name} (${found.purpose})` : 'a row';
  };
  return {
    box: look(document.querySelector('#qr')),
    unasked: look(null),
    backupBox: findBackupField(document)?.name ?? null,
  };
}

/** All that the extension takes from a page. */
function readAll(theme: Theme, page: string) {
  show(theme, page);
  const { said, backup } = readOutcome(document, asks());
  return { said: said?.what ?? null, codes: backup?.codes ?? null, ...boxes(), proof: asksForProof(document) };
}

const quiet = { said: null, codes: null, box: 'none', unasked: 'none', backupBox: null, proof: false };
const enrolling = { ...quiet, box: 'verifykey (enrolment)', unasked: 'verifykey (challenge)', proof: true };
const challenged = { ...quiet, box: 'key (challenge)', unasked: 'key (challenge)', proof: true };
// The security questions behind a dialog are asked for as passwords are.
const behind = { ...quiet, proof: true };

const dresses: readonly Dress[] = ['bare', 'labelled', 'spoken'];
const codes = ['4kq7 zp2m 9xtr 6wbc', '4kq7zp2m9xtr6wbc', '4KQ7-ZP2M-9XTR-6WBC', 'C0FFEE0DDBA11AD5'];

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe.each(themes.map((theme) => [theme.name, theme] as const))('the customer area in the theme %s', (_, theme) => {
  it.each(dresses)('waits for the code of a new account, and says nothing yet (%s box)', (dress) => {
    expect(readAll(theme, enrolment(theme, dress))).toEqual(enrolling);
  });

  it.each(dresses)('refuses that code in its dialog or in a corner, and waits again (%s box)', (dress) => {
    for (const answer of ['above-box', 'listed', 'in-corner', 'unworded'] as const)
      expect(readAll(theme, enrolment(theme, dress, answer)), answer).toEqual({ ...enrolling, said: 'refused' });
  });

  it.each(Object.entries(lastSteps))('accepts it, and shows the backup code, by %s', (_, step) => {
    for (const code of codes)
      expect(readAll(theme, enrolled(theme, step(theme, code)))).toEqual({ ...behind, said: 'on', codes: [code] });
  });

  it('says nothing new by its status lines and its advice', () => {
    expect(readAll(theme, securityPage(theme, 'on'))).toEqual(behind);
    expect(readAll(theme, securityPage(theme, 'off'))).toEqual(behind);
    expect(readAll(theme, disableQuestion(theme))).toEqual(behind);
  });

  it.each(Object.entries(disabledNotices))('switches two-factor login off by %s', (_, page) => {
    expect(readAll(theme, page(theme))).toEqual({ ...behind, said: 'off' });
  });

  it.each(dresses)('asks for a code at the login, and refuses a wrong one (%s box)', (dress) => {
    for (const page of [challenge, connectedApplication]) {
      expect(readAll(theme, page(theme, { shows: 'app', dress, refused: false }))).toEqual(challenged);
      const refused = page(theme, { shows: 'app', dress, refused: true });
      expect(readAll(theme, refused)).toEqual({ ...challenged, said: 'refused' });
    }
  });

  it.each(dresses)('takes a backup code in its own box, with the %s one hidden', (dress) => {
    const waiting = { ...quiet, backupBox: 'twofabackupcode', proof: true };
    expect(readAll(theme, challenge(theme, { shows: 'backup', dress, refused: false }))).toEqual(waiting);
    const refused = challenge(theme, { shows: 'backup', dress, refused: true });
    expect(readAll(theme, refused)).toEqual({ ...waiting, said: 'refused' });
    const connected = connectedApplication(theme, { shows: 'backup', dress, refused: false });
    expect(readAll(theme, connected)).toEqual({ ...waiting, backupBox: 'code' });
  });

  it.each(usedUp)('shows a new backup code after a login by the old one: %s', (told) => {
    for (const code of codes)
      expect(readAll(theme, newBackupCode(theme, code, told))).toEqual({ ...quiet, codes: [code] });
  });

  it('says nothing where the login ends', () => {
    expect(readAll(theme, home(theme))).toEqual(quiet);
  });

  it('is heard step by step in one document, each answer once', () => {
    let known = new WeakSet<Element>();
    const heard = (page: string): string | null => {
      show(theme, page);
      const { said, backup } = readOutcome(document, asks(), known);
      known = new WeakSet(statementsOf(document).map(({ element }) => element));
      expect(readOutcome(document, asks(), known).said).toBeNull();
      return said === null ? null : [said.what, ...(backup?.codes ?? [])].join(' ');
    };
    const [lastStep] = Object.values(lastSteps);
    const [notice] = Object.values(disabledNotices);
    const [code = ''] = codes;
    expect(heard(enrolment(theme, 'bare'))).toBe(null);
    expect(heard(enrolment(theme, 'bare', 'above-box'))).toBe('refused');
    expect(heard(enrolment(theme, 'bare', 'above-box'))).toBe('refused');
    expect(heard(enrolled(theme, lastStep?.(theme, code) ?? ''))).toBe(`on ${code}`);
    expect(heard(securityPage(theme, 'on'))).toBe(null);
    expect(heard(disableQuestion(theme))).toBe(null);
    expect(heard(notice?.(theme) ?? '')).toBe('off');
    expect(heard(securityPage(theme, 'off'))).toBe(null);
  });
});
