import { securityPage, setupButton } from '../../lib/app/security-page.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** The way to the security settings of the site in front. */
export function securityActs({ act, change, current }: Core, ports: PopupPorts) {
  return {
    /** Notes where the page has them, by what was read in it. */
    noteSecurityLinks(read: unknown): void {
      const { origin } = current();
      change({
        securityPage: origin === null ? null : securityPage(read, origin),
        setupButton: origin === null ? null : setupButton(read, origin),
      });
    },
    /** Opens them in the tab in front; not where another site is there by now. */
    openSecurityPage: () =>
      act(async () => {
        const { origin, securityPage: address } = current();
        if (address === null || URL.parse(address)?.origin !== origin) return false;
        await ports.openHere(address);
        return true;
      }),
  };
}
