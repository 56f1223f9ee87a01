import { afterEach, expect, it, vi } from 'vitest';
import { PanelLine } from '../../../components/panel-line.tsx';
import { Shortcuts } from '../../../components/shortcuts.tsx';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

it('shows each command with its key, says which has none, looks again when the window comes back, and leads to the change', async () => {
  let key = '';
  const read = async () => [
    { command: 'fill-code', key: 'Alt+Shift+F' } as const,
    { command: 'lock-vault', key } as const,
  ];
  const onChange = vi.fn();
  const root = show(<Shortcuts read={read} onChange={onChange} />);
  await vi.waitFor(() => expect(root.textContent).toContain(t('commandFill')));
  expect(root.querySelector('kbd')?.textContent).toBe('Alt+Shift+F');
  expect(root.textContent).toContain(t('shortcutsNone'));
  key = 'Ctrl+Shift+L';
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(root.textContent).toContain(key));
  expect(root.textContent).not.toContain(t('shortcutsNone'));
  click(button(t('shortcutsChange')));
  expect(onChange).toHaveBeenCalledOnce();
});

it('says so where the browser does not open the panel, until it does', async () => {
  let opens = false;
  const root = show(<PanelLine onOpen={async () => opens} />);
  click(button(t('panelOpen')));
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toBe(t('panelFailed')));
  opens = true;
  click(button(t('panelOpen')));
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')).toBeNull());
});
