import { vi } from 'vitest';

/** What the first run asks of its page. */
export const firstRunActs = () => ({
  wrong: false,
  onPassphrase: vi.fn(),
  onWithoutPassphrase: vi.fn(),
  onMakeKey: vi.fn(),
  onLater: vi.fn(),
  check: vi.fn(() => null),
  onTypedBack: vi.fn(),
  onCopy: vi.fn(),
  onPrint: vi.fn(),
  onSaveKey: vi.fn(),
  onLeaveKey: vi.fn(),
  onPinned: vi.fn(),
  onSave: vi.fn(),
  onReopen: vi.fn(),
  onExport: vi.fn(),
  onLeaveSave: vi.fn(),
  onDone: vi.fn(),
});

/** What the settings ask of the popup. */
export const settingsActs = () => ({
  shared: false,
  reminder: null,
  onShared: vi.fn(),
  onManage: vi.fn(),
  onHealth: vi.fn(),
  onKeys: vi.fn(),
  onAutoLockMinutes: vi.fn(),
  onReminder: vi.fn(),
  onCheckClock: vi.fn(),
  onCorrect: vi.fn(),
  onManual: vi.fn(),
  onFromPhone: vi.fn(),
  onRemoved: vi.fn(),
  onAllowSite: vi.fn(),
  onStopSite: vi.fn(),
  onSubmit: vi.fn(),
  onExport: vi.fn(),
  onRestore: vi.fn(),
  onCopies: vi.fn(),
  onBack: vi.fn(),
});
