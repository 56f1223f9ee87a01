import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-browser.mjs';

// Draws every icon from public/icon.svg: `npm run icons`, once the drawing has changed.
const place = (name: string): string => fileURLToPath(new URL(`../public/${name}`, import.meta.url));
const sizes = [16, 32, 48, 96, 128] as const;
// A toolbar in a dark theme is about as dark as the door: there the door is light, and the key dark.
const onDark = { '#0b5c63': '#6fd0d6', '#f7d774': '#06282b' } as const;

const drawing = readFileSync(place('icon.svg'), 'utf8');
const dark = drawing.replaceAll(/#[0-9a-f]{6}/g, (colour) => {
  const other = Object.entries(onDark).find(([light]) => light === colour)?.[1];
  if (other === undefined) throw new Error(`No colour for dark toolbars instead of ${colour}`);
  return other;
});
writeFileSync(place('icon-on-dark.svg'), dark);

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Chromium is not installed');
const browser = await puppeteer.launch({ executablePath, pipe: true, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    writeFileSync(place(`icon/${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
