import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf, manifestOf, targets } from './build.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const optional = { chrome: ['clipboardWrite', 'offscreen'], firefox: ['clipboardWrite'] };

describe.each(targets)('the manifest built for %s', (target) => {
  const manifest = manifestOf(target);

  // A change of it is read by somebody with docs/review-checklist.md beside it.
  it('is the recorded one in every key and value', () => {
    const recorded: unknown = JSON.parse(
      readFileSync(new URL(`recorded/manifest-${target}.json`, import.meta.url), 'utf8'),
    );
    expect(manifest).toEqual(recorded);
  });

  it('asks for these permissions at installation and no others', () => {
    expect(manifest.permissions).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'contextMenus',
      ...(target === 'chrome' ? ['sidePanel'] : []),
    ]);
  });

  it('may ask for these later and no others', () => {
    expect(manifest.optional_permissions).toEqual(optional[target]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('reads no site by itself, and shows no file of its own to sites', () => {
    for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
      expect(manifest, key).not.toHaveProperty(key);
  });

  it('allows its pages no network, no foreign script and no frame', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: policy });
  });

  it('has icons of these sizes, and in Firefox one for each kind of toolbar', () => {
    const paths = new Set(filesOf(target).map(({ path }) => path));
    const { icons, action } = manifest;
    expect(icons).toEqual(Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`])));
    const themed = [16, 32].map((size) => ({ light: 'icon-on-dark.svg', dark: 'icon.svg', size }));
    expect(action).toMatchObject({ default_popup: 'popup.html', ...(target === 'firefox' && { theme_icons: themed }) });
    for (const path of [...Object.values(Object(icons)), 'icon.svg', 'icon-on-dark.svg']) expect(paths).toContain(path);
  });

  it("opens the page of all accounts in a tab from the browser's own page of extensions", () => {
    expect(manifest.options_ui).toEqual({ page: 'manager.html', open_in_tab: true });
  });

  it('has a panel, which opens at no installation', () => {
    const panel = { default_panel: 'popup.html?panel', default_title: '__MSG_extensionName__', open_at_install: false };
    expect(manifest.sidebar_action).toEqual(target === 'firefox' ? panel : undefined);
    const side = { default_path: 'popup.html?panel' };
    expect(manifest.side_panel).toEqual(target === 'chrome' ? side : undefined);
  });

  it('is of manifest version 3', () => {
    expect(manifest.manifest_version).toBe(3);
  });
});

it('tells Firefox that nothing is collected', () => {
  expect(manifestOf('firefox').browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});
