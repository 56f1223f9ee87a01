import type { AttackRow } from './attack-row.ts';
import { e2e, torture, unit } from './evidence.ts';

const damagedFiles = torture(
  'faults-disk',
  'gives the vault back, or says that it cannot, and never begins anew: $name',
);

/** Faults and accidents that cost other authenticators their users' codes. */
export const rows: readonly AttackRow[] = [
  {
    threat: 'The browser is killed while it writes',
    defence:
      'A write stores the other copy and the record in one call, reads them back and decrypts; only then is it a success.',
    evidence: [
      torture(
        'faults-kills',
        'loses nothing that was acknowledged, tears no copy, and opens by exactly one key: %s, %i times',
      ),
      e2e('faults', 'loses nothing that was acknowledged when the browser is killed while it writes'),
    ],
  },
  {
    threat: 'Popup, panel and pages write at the same time',
    defence: 'A lock of the browser around every write, and the newest generation read inside it.',
    evidence: [
      torture('faults-background', 'takes every one of 300 accounts that three of its pages add at the same time'),
      unit('app/vault-repository', 'lose none of 300 changes'),
      e2e('faults', 'takes every account that three of its pages add at the same time'),
    ],
  },
  {
    threat: 'Storage is full, refuses a call, or says that it kept what it did not',
    defence: 'Everything written is read back; a failure is said, and the copy before stays.',
    evidence: [
      unit('app/vault-repository', 'at any call lose nothing acknowledged (storage %s)'),
      unit('app/vault-faults', 'loses nothing that was acknowledged when any call of it %s'),
      unit('app/vault-beginning-faults', 'is there or is not, and can be made then, when any call of it %s'),
      unit('app/vault-beginning-faults', 'loses no copy of it when any call %s'),
      unit('app/vault-settings', 'is in force or is not, and costs no account, when any call %s'),
      torture('faults-background', 'refuses what does not fit into storage, and keeps what is there'),
    ],
  },
  {
    threat: 'Files of the profile are damaged, cut or missing',
    defence:
      'Two copies in storage, one in IndexedDB, five of earlier days; what cannot be read can still be saved as it lies.',
    evidence: [
      damagedFiles,
      torture('faults-background', 'gives the vault back, or says that it cannot, and never begins anew: %s'),
      e2e('long/rescue', 'all of storage gone is no fresh start: the copy kept apart opens with all codes'),
    ],
  },
  {
    threat: 'Storage silently shows an older state',
    defence: 'The generation lies in two databases; the newer copy is taken, or the missing changes are said.',
    evidence: [
      damagedFiles,
      unit('app/vault-newest', 'notices that all of storage was put back to an older state'),
      unit(
        'app/vault-newest',
        'is gone back behind by no read where all of storage was put back while the vault is open',
      ),
      e2e(
        'long/rescue',
        'an older state than there should be is said until it is put away, with the copies a press away',
      ),
    ],
  },
  {
    threat: 'An update comes while pages are open: their scripts have lost the extension',
    defence: 'The old script falls silent, and the new one is put into the page by the next press.',
    evidence: [
      e2e('long/update', '${told[name]} nothing by itself, and the new Doorcode fills by a press and hears the answer'),
    ],
  },
  {
    threat: 'A newer version wrote the vault, and an older one is started',
    defence: 'What a newer version wrote is refused, kept byte by byte, and gone back behind by a press only.',
    evidence: [
      unit('app/vault-newer', 'is never gone back behind without a press, and loses no byte (%s)'),
      e2e(
        'long/rescue',
        'what a newer version wrote leads to no older copy, is saved as it lies there, and opens once that version is here',
      ),
    ],
  },
  {
    threat: 'Bringing the vault to a newer format ends half way',
    defence: 'It is a write like any other: into the other copy, the old one stays.',
    evidence: [
      // Among its acts is the opening of a vault of version 1.
      unit('app/vault-faults', 'loses nothing that was acknowledged when any call of it %s'),
      unit('app/vault-keys', 'gets slots that lock by themselves once its passphrase opened it'),
    ],
  },
  {
    threat: 'Doorcode is uninstalled, or the computer is lost',
    defence: 'A saved copy is asked for from the first account on, and opens in a fresh browser or without Doorcode.',
    evidence: [
      unit('app/backup-health', 'asks for a copy as soon as there is an account and none was made'),
      e2e('vault', 'restores an encrypted file in a fresh browser, and the restored entry logs in at its own site'),
      e2e('long/recover', 'opens the published files by the passphrase and by the emergency key'),
    ],
  },
  {
    threat: 'A saved copy is damaged, cut, forged, or asks for too much',
    defence:
      'The same authenticated format as the vault, with bounds on size and cost; each verdict has its own sentence.',
    evidence: [
      torture('backup', 'a backup opens to what was sealed, for any accounts (seed ${seed})'),
      torture('backup', 'a backup with any single bit flipped gives its accounts, or is damaged'),
      unit('backup/verdicts', 'is damaged at every length that names the format'),
      unit('backup/verdicts', 'refuse %j before anything is derived'),
      unit('backup/verdicts', 'refuse a file of 100 MB without reading it'),
    ],
  },
  {
    threat: "The computer's clock is wrong by seconds to a day, or jumps",
    defence:
      "The customer's own site is asked for its time on request; a correction is sealed, and ends when the clock is set.",
    evidence: [
      unit('app/clock-check', 'calls a clock right that is %i ms off'),
      unit('app/code-clock', 'are those of the corrected time, and are counted down by this computer’s clock'),
      unit('app/code-clock', 'ends when the clock shows less than it did before the browser was closed'),
      e2e(
        'clock',
        'corrects the codes by what a check measured, fills one that the site takes, and ends it once the clock is right',
      ),
      unit('portal/diagnosis', 'the owner learns of the code of step %i that it is %s'),
    ],
  },
  {
    threat: 'Summer time begins or ends, or the computer travels to another time zone',
    defence: 'Codes are made of Unix time alone.',
    evidence: [unit('otp/time-zones', 'are the same in %s, in the hours around a change of its clocks')],
  },
  {
    threat: 'A code ends between the filling and the check',
    defence: 'A code with under three seconds to live waits for the next one, and is chosen only when it is written.',
    evidence: [
      unit('app/authorise-fill', 'with exactly three seconds to live'),
      unit('app/fill-code', 'asks to wait where the code has under three seconds to live, and writes nothing'),
      unit('app/fill-code', 'chooses the code after the page was prepared, which may take seconds'),
      unit('portal/verifier', 'a code at %s answers as it should'),
    ],
  },
];
