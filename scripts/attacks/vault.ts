import type { AttackRow } from './attack-row.ts';
import { e2e, torture, unit } from './evidence.ts';

const everyAct = torture(
  'faults-background',
  'loses nothing and does nothing by half when the background ends at any call of: %s',
);
const killed = torture(
  'faults-kills',
  'loses nothing that was acknowledged, tears no copy, and opens by exactly one key: %s, %i times',
);

/** What may happen to the vault and its keys. */
export const rows: readonly AttackRow[] = [
  {
    threat:
      'Somebody searches the disk for secrets, old values of the database and what the browser wrote down of a tab included',
    defence:
      'Everything is sealed before its first write; a passphrase and an emergency key are typed into boxes that no browser writes down.',
    evidence: [
      torture('faults-disk', 'are in no file of the profile in any encoding, after any act: %s'),
      torture('faults-disk', 'would be found in every encoding: %s'),
      torture(
        'faults-disk',
        'are not there when a passphrase, shown, and an emergency key were typed and left in their tab',
      ),
      e2e('faults', 'leaves no secret in any file of the profile'),
    ],
  },
  {
    threat: 'A script in a page reads what the extension stores',
    defence:
      'Storage is closed to scripts in pages where the browser can close it, and holds nothing of the vault in the clear.',
    evidence: [
      e2e('frames', "lets the extension's own scripts in pages read ${ofTheVault[name]} of the open vault"),
      unit('vault/envelope', 'shows neither secrets nor the number of accounts'),
    ],
  },
  {
    threat: 'Something secret can still be had after the lock, or after the browser was started again',
    defence: 'The lock takes the data key out of memory; nothing else holds one, and nothing outlives the browser.',
    evidence: [
      torture('locked', 'gives nothing secret away by any request, storage area or database once it is locked'),
      unit('app/vault-repository', 'gives nothing from memory once the vault is locked'),
      unit(
        'app/vault-watch',
        'forgets at a lock what was shown and named while the vault was open, and says on all buttons that it is locked',
      ),
      e2e('vault', 'has the entries after a power cut, behind the passphrase'),
    ],
  },
  {
    threat: 'The browser ends the background in the middle of an opening, a save, a change of keys or an export',
    defence:
      'Each act is one write that can be done again; the data key of the session lies in memory that outlives the background.',
    evidence: [everyAct, e2e('faults', 'does nothing by half when the background ends during: %s')],
  },
  {
    threat: 'Nobody is at the computer any more: it is idle, locked or asleep, or its clock was set back',
    defence:
      'Each call compares a stored deadline; idle and locked screens lock; a clock before the last use locks too.',
    evidence: [
      unit('app/vault-repository', 'comes at the deadline, which use moves on'),
      unit('app/vault-repository', 'comes when the clock went backwards'),
      unit('app/vault-repository', 'is not put off its lock by wrong guesses'),
      torture(
        'faults-background',
        'is locked before its first answer, each of 20 times that the deadline passed while it slept',
      ),
      torture('faults-background', 'locks within a second, each of 20 times that the computer is %s'),
      e2e('long/idle', "locks when the browser's own idle service says so, as it never tells of a locked screen"),
    ],
  },
  {
    threat: 'A header asks for a derivation that protects nothing, or for one that stops the computer',
    defence: 'Costs have bounds, singly and together, that are checked before anything is derived.',
    evidence: [
      unit('vault/envelope', 'with a KDF out of bounds is damaged before anybody derives'),
      unit('vault/envelope', 'whose passphrases cost more together than one may is damaged before anybody derives'),
      unit('vault/kdf-bounds', 'a vault of 1000 accounts with %s is refused in under 50 ms'),
      e2e('long/kdf-worker', 'derives nothing where a file asks for too much'),
    ],
  },
  {
    threat: 'Salt, cost or slot of another vault, or of an older time, are put into a header, its checksum redone',
    defence: 'The whole header is authenticated with the content, and each slot with its own derivation and vault.',
    evidence: [
      unit('vault/key-slots', 'cannot be exchanged for a weaker one'),
      unit('vault/key-slots', 'refuses another key as wrong, and another vault, identity or wrapping as altered'),
      unit('vault/envelope', 'does not open with another key, or with the header of another vault'),
      unit(
        'app/vault-repository',
        'believes no slot list that somebody else wrote over both copies, its checksum redone',
      ),
    ],
  },
  {
    threat: 'Single bits of the vault change, by accident or by somebody who redoes the checksum',
    defence:
      'A checksum tells damage before a passphrase is asked for; AES-GCM authenticates every bit of header and content.',
    evidence: [
      unit('vault/envelope-bits', 'is damaged by any single flipped bit of its text'),
      unit('vault/envelope-bits', 'is rejected after any flipped bit of header or data, even with the checksum redone'),
      unit('vault/envelope-bits', 'is damaged when cut at any place'),
      torture('vault-bits', 'is rejected before any key is tried, ${count} times'),
      torture('vault-bits', 'is rejected with the checksum made anew and the key at hand, ${count} times: its %s'),
    ],
  },
  {
    threat: 'Two writes use one nonce',
    defence: 'Twelve random bytes for each write, and no write after generation 2^32.',
    evidence: [
      torture('nonces', 'seals ${count} times in a row, and never twice under one nonce'),
      unit('app/vault-nonces', 'is new with each of 300 saves and changes of keys, in every copy'),
      unit('app/vault-nonces', 'is used for no more than 2^32 generations'),
    ],
  },
  {
    threat: 'A wrong passphrase is taken for damage, or damage for a wrong passphrase',
    defence: 'A checksum that needs no key, a tag for each slot and a tag for the content tell them apart.',
    evidence: [
      unit('vault/envelope-bits', 'is damaged by any single flipped bit of its text'),
      unit('vault/key-slots', 'refuses another key as wrong, and another vault, identity or wrapping as altered'),
      unit('backup/verdicts', 'gives the accounts or a refusal, and never asks the right passphrase for another'),
      unit('backup/verdicts', 'is damage to a wrong passphrase, which is not blamed'),
    ],
  },
  {
    threat: 'A change of passphrase ends half way',
    defence: 'All copies under the new key are one write: exactly one of the two keys opens the vault at any moment.',
    evidence: [
      everyAct,
      killed,
      unit('app/vault-keys', 'opens no copy in the profile'),
      unit('app/vault-faults', 'loses nothing that was acknowledged when any call of it %s'),
    ],
  },
  {
    threat: 'A passphrase is long, has letters that can be written in two ways, or comes from another keyboard',
    defence: 'NFC, then UTF-8, never cut.',
    evidence: [
      unit('vault/derivation', 'is the same for both spellings of one text (NFC and NFD)'),
      unit('vault/derivation', 'depends on the last character of a long passphrase'),
      unit('backup/doorcode-backup', 'opens by both spellings of a passphrase (NFC and NFD)'),
    ],
  },
  {
    threat: 'A vault that could be read in part only, or not at all, is written over by what was read of it',
    defence: 'A write goes on from content that was authenticated just before, or does not happen.',
    evidence: [
      unit('app/vault-repository', 'never look like an absent vault, and are never written over'),
      unit('app/vault-newest', 'stays open where the copies go bad meanwhile, and loses nothing by the next change'),
      unit('app/vault-rescue', 'lets nobody begin anew over it'),
      unit('app/vault-rescue', 'is not written over by %s'),
      torture('faults-background', 'gives the vault back, or says that it cannot, and never begins anew: %s'),
    ],
  },
];
