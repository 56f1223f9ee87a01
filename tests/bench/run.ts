import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { barChart } from './chart.ts';
import { measureExtension } from './extension.ts';
import { describeMachine } from './machine.ts';
import { measurePageCost } from './page-cost.ts';
import { measureQr } from './qr.ts';
import { benchmarkPage, type Results, waits } from './report.ts';
import { measureTotp } from './totp.ts';
import { measureUnlocking } from './unlock.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const startMs = performance.now();
const machine = describeMachine();
console.log('The extension in Chromium …');
const extension = await measureExtension();
console.log('Opening the vault in both browsers …');
const unlocking = await measureUnlocking();
console.log('Pages without a box …');
const pageCost = await measurePageCost();
console.log('QR codes …');
const qr = await measureQr();
console.log('Codes …');
const totp = await measureTotp();
const seconds = Math.round((performance.now() - startMs) / 1000);
const results: Results = { machine, seconds, qr, totp, extension, unlocking, pageCost };
const page = benchmarkPage(results);
writeFileSync(join(docs, 'benchmarks.md'), page);
writeFileSync(
  join(docs, 'benchmarks.svg'),
  barChart('What a customer waits for (median, logarithmic)', waits(results)),
);
console.log(page);
