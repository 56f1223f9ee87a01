import { readFileSync } from 'node:fs';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { FoundCard } from '../../../components/found-card.tsx';
import { ImportRow } from '../../../components/import-row.tsx';
import { Monogram } from '../../../components/monogram.tsx';
import { providerIcon, providerIcons } from '../../../components/provider-icons.ts';
import { providers } from '../../../components/providers.ts';
import { RemovedList } from '../../../components/removed-list.tsx';
import { loadProviderIcons } from '../../../components/use-provider-icon.ts';
import type { ImportRowView, RemovedView } from '../../../components/view-models.ts';
import { luminance, ratioOf } from './colours.ts';
import { clear, found, show } from './support.tsx';

afterEach(clear);

const nothing = () => {};
const at = (name: string) => [{ name, ascii: null }];
const loaded = () => act(loadProviderIcons);
const signs = (root: ParentNode) => root.querySelectorAll('svg.provider').length;

describe('the icons', () => {
  it('are there for every provider of the table, each one path', () => {
    expect([...providerIcons.keys()].toSorted()).toEqual(Object.keys(providers).toSorted());
    for (const { path } of providerIcons.values()) expect(path).toMatch(/^[Mm][-\d.eaAcChHlLmMqQsStTvVzZ, ]+$/);
  });

  it('stand out from their ground by what WCAG asks of drawings, in either scheme, as the ground is their own', () => {
    for (const [provider, { ground, sign }] of providerIcons) {
      expect(ratioOf(luminance(ground), luminance(sign)), provider).toBeGreaterThanOrEqual(3);
    }
  });

  it('give their colours up for those who ask for more contrast and in forced colours', () => {
    const css = readFileSync('components/monogram.css', 'utf8');
    const start = css.indexOf('@media (prefers-contrast: more), (forced-colors: active) {');
    const rules = css.slice(start, css.indexOf('\n}\n', start));
    expect(start).toBeGreaterThan(0);
    expect(rules).toMatch(/\.provider-ground \{\s+fill: var\(--paper\);/);
    expect(rules).toMatch(/\.provider-sign \{\s+fill: var\(--ink\);/);
    expect(rules).toMatch(/\.provider \{\s+border: var\(--hairline\) solid var\(--line\);/);
  });
});

describe('a monogram', () => {
  it('gives way to the provider’s icon, which is for the eye only', async () => {
    const root = show(<Monogram name="GitHub" sites={at('https://github.com')} />);
    await loaded();
    const icon = root.querySelector('svg.monogram');
    expect(icon?.getAttribute('aria-hidden')).toBe('true');
    expect(icon?.querySelector('path')?.getAttribute('d')).toBe(providerIcon('GitHub', [])?.path);
    expect(root.textContent).toBe('');
  });

  it('stays for an account of another site, whatever its name', async () => {
    await loaded();
    const root = show(<Monogram name="GitHub" sites={at('https://evil.example')} />);
    expect(signs(root)).toBe(0);
    expect(root.textContent).toBe('G');
  });

  it('stays for a site that is written in letters of another script', async () => {
    await loaded();
    const site = { name: 'https://github.com', ascii: 'https://xn--gthub-n4a.com' };
    expect(signs(show(<Monogram name="GitHub" sites={[site]} />))).toBe(0);
  });
});

describe('an account that a page offers', () => {
  const card = (site: string) => (
    <FoundCard
      found={{ ...found, issuer: 'GitHub' }}
      site={site}
      busy={false}
      onAdd={nothing}
      onReplace={nothing}
      onKeepBoth={nothing}
    />
  );

  it('has an icon at the provider’s own site only: the page chose the name', async () => {
    await loaded();
    expect(signs(show(card('https://github.com')))).toBe(1);
    expect(signs(show(card('https://evil.example')))).toBe(0);
    expect(signs(show(card('')))).toBe(0);
  });
});

describe('the lists of accounts', () => {
  const row = { index: 0, issuer: 'GitHub', account: 'ada', verdict: { kind: 'new', removedUnixMs: null } } as const;
  const importRow = (sites: ImportRowView['sites']) => <ImportRow row={{ ...row, sites }} />;
  const removed: RemovedView = {
    id: 'r1',
    issuer: 'GitHub',
    account: 'ada',
    state: 'confirmed',
    sites: at('https://github.com'),
    removedUnixMs: 0,
    keptUntilUnixMs: 1,
  };

  it('have an icon where a file or the removed ones bring an account of the provider', async () => {
    await loaded();
    expect(signs(show(importRow([])))).toBe(1);
    expect(signs(show(importRow(at('https://evil.example'))))).toBe(0);
    const accounts = [removed, { ...removed, id: 'r2', sites: at('https://evil.example') }];
    const list = show(
      <RemovedList accounts={accounts} busy={false} onPutBack={nothing} onDelete={nothing} onBack={nothing} />,
    );
    expect(signs(list)).toBe(1);
    expect(list.querySelectorAll('.monogram')).toHaveLength(2);
  });
});
