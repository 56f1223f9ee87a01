import { addingActs } from './adding-acts.ts';
import { clockActs } from './clock-acts.ts';
import type { Core } from './core.ts';
import { fillActs } from './fill-acts.ts';
import { offerActs } from './offer-acts.ts';
import type { PopupPorts } from './ports.ts';
import { siteActs } from './site-acts.ts';

/** Everything about the page in front: reading its codes, adding them, filling. */
export const pageActs = (core: Core, ports: PopupPorts) => ({
  ...fillActs(core, ports),
  ...addingActs(core, ports),
  ...clockActs(core, ports),
  ...siteActs(core, ports),
  ...offerActs(core, ports),
});
