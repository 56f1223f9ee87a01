import { expect, test } from 'vitest';
import { canonicalBackupCode, newBackupCode } from '../../../portal/store/backup-code.ts';
import { acceptBackupCode } from '../../../portal/store/second-factor.ts';
import { enrolled, forgive } from './client.ts';

test('of 50 parallel logins by one backup code exactly one gets in, and it lies nowhere as it is', async () => {
  const { portal, backupCode } = await enrolled();
  const { database } = portal.state;
  const tries = Array.from({ length: 50 }, () => {
    const outcome = acceptBackupCode(database, portal.state, 1, backupCode);
    // Else all but the first would wait, and the swap would never be raced for.
    forgive(portal);
    return outcome;
  });
  const won = (await Promise.all(tries)).filter(({ ok }) => ok);
  expect(won).toHaveLength(1);
  const next = won[0]?.ok ? won[0].value : '';
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  expect(tables.length).toBeGreaterThan(5);
  const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
  const kept = JSON.stringify(rows).toUpperCase().replaceAll('-', '');
  for (const code of [backupCode, next]) expect(kept).not.toContain(canonicalBackupCode(code));
}, 60_000);

test('a backup code has the 100 bits that were drawn for it, and no letter that is mistaken for another', () => {
  // Every value of five bits, whatever the other three are.
  for (let byte = 0; byte < 256; byte += 1) {
    const code = newBackupCode((length) => new Uint8Array(length).fill(byte));
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}(?:-[A-HJ-NP-Z2-9]{5}){3}$/);
  }
  const letters = new Set(
    Array.from({ length: 256 }, (_, byte) => newBackupCode((length) => new Uint8Array(length).fill(byte)).charAt(0)),
  );
  expect(letters.size).toBe(32);
});
