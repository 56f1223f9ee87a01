import { accountActs } from './account-acts.ts';
import { createCore, type ManagerPorts } from './core.ts';
import { leaveActs } from './leave-acts.ts';
import { openedActs } from './opened-acts.ts';
import { sectionActs } from './section-acts.ts';

/** The page's acts; each tells subscribers what changed. */
export type ManagerPage = ReturnType<typeof createManagerPage>;

/** The page *Manage accounts* without its looks. */
export function createManagerPage(ports: ManagerPorts) {
  const core = createCore(ports);
  const { change: _, show: __, act: ___, ask: ____, refresh: _____, ...shown } = core;
  return {
    ...shown,
    ...accountActs(core, ports),
    ...sectionActs(core, ports),
    ...openedActs(core, ports),
    ...leaveActs(core, ports),
  };
}
