import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptPictures } from '../../../scripts/pictures/accept-pictures.ts';
import { compareScreenshot, isSealed } from '../../support/e2e/pictures/compare-pictures.ts';
import { acceptedFolder, kinds, picturesIn } from '../../support/e2e/pictures/folders.ts';
import { type Machine, whyNotCompared } from '../../support/e2e/pictures/machine.ts';
import { readPng } from '../../support/e2e/pictures/pixels.ts';
import { sealOf, writePng } from '../../support/e2e/pictures/write-png.ts';

type Colour = readonly [number, number, number];

/** A screenshot of a flat ground with a square in its middle. */
function screenshot(square: Colour, side = 30): Uint8Array {
  const data = new Uint8Array(side * side * 4);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    data.set([...(x > 9 && x < 20 && y > 9 && y < 20 ? square : [255, 255, 255]), 255], at * 4);
  }
  return writePng({ width: side, height: side, data });
}

const here: Machine = { chromium: 'Chromium 1', fonts: 'a' };

it('a picture keeps its colours and names the screenshot that it is of', () => {
  const shot = screenshot([13, 92, 99]);
  const { png } = compareScreenshot(shot, null);
  expect(readPng(png)).toEqual(readPng(shot));
  expect(sealOf(png)).toMatch(/^[0-9a-f]{64}$/u);
  expect(isSealed(shot, png)).toBe(true);
  expect(isSealed(screenshot([13, 92, 98]), png)).toBe(false);
});

it('a screenshot is compared pixel by pixel with the accepted picture', () => {
  const { png } = compareScreenshot(screenshot([13, 92, 99]), null);
  const kindOf = (shot: Uint8Array): string => compareScreenshot(shot, png).comparison.kind;
  expect(compareScreenshot(screenshot([13, 92, 99]), null).comparison).toEqual({ kind: 'new' });
  expect(kindOf(screenshot([13, 92, 99]))).toBe('same');
  expect(kindOf(screenshot([13, 92, 99], 31))).toBe('other-size');
  expect(compareScreenshot(screenshot([160, 20, 20]), png).comparison).toMatchObject({ kind: 'differs', pixels: 100 });
});

it('pictures are compared only where browser and fonts are those of the accepted ones', () => {
  expect(whyNotCompared(here, here)).toBeNull();
  expect(whyNotCompared(null, here)).toBe('no pictures were accepted yet');
  expect(whyNotCompared(here, { ...here, chromium: 'Chromium 2' })).toContain('this is Chromium 2');
  expect(whyNotCompared(here, { ...here, fonts: 'b' })).toContain('other fonts');
  expect(whyNotCompared({ ...here, fonts: 'unknown' }, { ...here, fonts: 'unknown' })).toContain('fontconfig');
});

function folders(machine: Machine): { readonly taken: string; readonly accepted: string } {
  const root = mkdtempSync(join(tmpdir(), 'doorcode-pictures-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const screen of ['01-one', '02-two']) write(`taken/en-dark/${screen}.png`, 'now');
  write('taken/machine.json', JSON.stringify(machine));
  for (const screen of ['01-one', '03-gone']) write(`accepted/en-dark/${screen}.png`, 'before');
  write('accepted/machine.json', JSON.stringify(here));
  return { taken: join(root, 'taken/'), accepted: join(root, 'accepted/') };
}

it('accepted is what is named, and all takes away the pictures of screens that are no more', () => {
  const both = folders(here);
  const read = (name: string): string => readFileSync(`${both.accepted}en-dark/${name}.png`, 'utf8');
  expect(acceptPictures(['02-two'], both)).toEqual({ said: 'Pictures accepted: 1.', done: true });
  expect([read('01-one'), read('02-two')]).toEqual(['before', 'now']);
  expect(acceptPictures(['no-such'], both).done).toBe(false);
  expect(acceptPictures(['all'], both).done).toBe(true);
  expect(picturesIn(both.accepted)).toEqual(['en-dark/01-one', 'en-dark/02-two']);
  expect(read('01-one')).toBe('now');
});

it('single pictures of another machine, or of a run that broke off, are not accepted', () => {
  const other = folders({ ...here, fonts: 'b' });
  expect(acceptPictures(['01-one'], other)).toMatchObject({ done: false });
  expect(acceptPictures(['all'], other).done).toBe(true);
  expect(JSON.parse(readFileSync(`${other.accepted}machine.json`, 'utf8'))).toEqual({ ...here, fonts: 'b' });
  expect(acceptPictures(['all'], { ...other, taken: `${other.taken}none/` }).said).toContain('no whole run');
});

it('every screen has a picture in each theme and direction', () => {
  const screensOf = (kind: string): readonly string[] =>
    picturesIn(acceptedFolder)
      .filter((name) => name.startsWith(`${kind}/`))
      .map((name) => name.slice(kind.length + 1));
  expect(existsSync(`${acceptedFolder}machine.json`)).toBe(true);
  expect(screensOf('en-light').length).toBeGreaterThan(90);
  for (const kind of kinds) expect(screensOf(kind)).toEqual(screensOf('en-light'));
});
