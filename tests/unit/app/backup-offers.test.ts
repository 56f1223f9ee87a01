import { expect, it } from 'vitest';
import { type BackupOffer, createBackupOffers } from '../../../lib/app/backup-offers.ts';
import { makeWorld } from './fake-world.ts';

const offerOf = (origin: string, code: string): BackupOffer => ({ origin, entryId: null, codes: [code], quote: '' });

it('a site that shows one list after the other leaves the codes of another site where they wait', async () => {
  const { ports } = makeWorld();
  const offers = createBackupOffers(ports.session, ports.lock);
  await offers.note(offerOf('https://quiet.example', 'ABCD-0001'), false);
  for (let shown = 0; shown < 20; shown += 1)
    await offers.note(offerOf('https://loud.example', `WXYZ-${shown}`), false);
  expect((await offers.at('https://quiet.example'))?.codes).toEqual(['ABCD-0001']);
  expect((await offers.at('https://loud.example'))?.codes).toEqual(['WXYZ-19']);
});

it('of nine sites the first gives way', async () => {
  const { ports } = makeWorld();
  const offers = createBackupOffers(ports.session, ports.lock);
  for (let site = 0; site < 9; site += 1) await offers.note(offerOf(`https://${site}.example`, 'ABCD-0001'), false);
  const waiting = await Promise.all([0, 1, 8].map((site) => offers.at(`https://${site}.example`)));
  expect(waiting.map((offer) => offer !== null)).toEqual([false, true, true]);
});
