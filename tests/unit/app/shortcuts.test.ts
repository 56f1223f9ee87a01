import { expect, it } from 'vitest';
import { shortcutsOf } from '../../../lib/app/shortcuts.ts';

it('names the key of each command in one order, none where the browser has none, and nothing of the browser itself', () => {
  const said = [
    { name: '_execute_action', shortcut: 'Alt+D' },
    { name: 'lock-vault', shortcut: '' },
    { name: 'fill-code', shortcut: 'Alt+Shift+F' },
  ];
  expect(shortcutsOf(said)).toEqual([
    { command: 'fill-code', key: 'Alt+Shift+F' },
    { command: 'add-from-page', key: '' },
    { command: 'lock-vault', key: '' },
  ]);
});
