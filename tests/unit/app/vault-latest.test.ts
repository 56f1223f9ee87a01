import { expect, it } from 'vitest';
import { surveyVault } from '../../../lib/app/vault-copies.ts';
import { createLatestCopy } from '../../../lib/app/vault-latest.ts';
import { fromBase64 } from '../../../lib/vault/base64.ts';
import { isRecord } from '../../../lib/vault/shape.ts';
import { randomBytes } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

async function openWorld() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const survey = await surveyVault(ports.storage);
  const session = world.memory.get('vault.session');
  const dataKey = isRecord(session) && typeof session.dataKey === 'string' ? fromBase64(session.dataKey) : null;
  if (survey.kind !== 'readable' || dataKey === null) throw new Error('no open vault');
  return { survey, dataKey };
}

it('gives the same bytes under the same key from memory, and no other', async () => {
  const { survey, dataKey } = await openWorld();
  const latest = createLatestCopy();
  const first = await latest.open(survey.copies, dataKey);
  const again = await latest.open(survey.copies, dataKey);
  expect(again.ok && first.ok && again.value === first.value).toBe(true);
  expect(await latest.open(survey.copies, randomBytes(32))).toEqual({ ok: false, error: 'damaged' });
  const damaged = survey.copies.map((copy) => ({ ...copy, text: String(copy.text).replace(/.{8}$/u, 'AAAAAAAA') }));
  expect(await latest.open(damaged, dataKey)).toEqual({ ok: false, error: 'damaged' });
});

it('forgets what it opened when it is told', async () => {
  const { survey, dataKey } = await openWorld();
  const latest = createLatestCopy();
  const first = await latest.open(survey.copies, dataKey);
  latest.forget();
  const again = await latest.open(survey.copies, dataKey);
  expect(again.ok && first.ok && again.value !== first.value).toBe(true);
});

it('gives no place by its name alone once it is doubted, and opens none anew whose bytes it knows', async () => {
  const { survey, dataKey } = await openWorld();
  const latest = createLatestCopy();
  const first = await latest.open(survey.copies, dataKey);
  latest.doubt();
  expect(latest.remembered(dataKey)).toBeNull();
  const again = await latest.open(survey.copies, dataKey);
  expect(first.ok && again.ok && again.value.content === first.value.content).toBe(true);
  const damaged = survey.copies.map((copy) => ({ ...copy, text: String(copy.text).replace(/.{8}$/u, 'AAAAAAAA') }));
  expect(await latest.openText(damaged[0]?.text, dataKey)).toEqual({ ok: false, error: 'damaged' });
  expect(await latest.openText(survey.copies[0].text, randomBytes(32))).toEqual({ ok: false, error: 'damaged' });
});

it('remembers nothing of an opening, or of a look, that was under way when it was told to forget', async () => {
  const { survey, dataKey } = await openWorld();
  const latest = createLatestCopy();
  const look = latest.look();
  const opening = latest.open(survey.copies, dataKey);
  latest.forget();
  const first = await opening;
  if (!first.ok) throw new Error('not opened');
  look.vouch(dataKey, first.value);
  expect(latest.remembered(dataKey)).toBeNull();
  expect(latest.headerOf(survey.copies[0].text)).toBeNull();
  const again = await latest.open(survey.copies, dataKey);
  expect(again.ok && again.value !== first.value).toBe(true);
});

it('gives by its name alone what a look vouched for, under its own key and until something is written', async () => {
  const { survey, dataKey } = await openWorld();
  const latest = createLatestCopy();
  const [look, before] = [latest.look(), latest.look()];
  const opened = await latest.open(survey.copies, dataKey);
  if (!opened.ok) throw new Error('not opened');
  expect(latest.remembered(dataKey)).toBeNull();
  look.vouch(dataKey, opened.value);
  expect(latest.remembered(dataKey)).toBe(opened.value);
  expect(latest.remembered(randomBytes(32))).toBeNull();
  latest.doubt();
  before.vouch(dataKey, opened.value);
  expect(latest.remembered(dataKey)).toBeNull();
});
