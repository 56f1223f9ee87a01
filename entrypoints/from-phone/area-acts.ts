import type { AreaBox } from '../../components/area-box.ts';
import { isAccountCode } from '../../lib/setup-links.ts';
import type { Core } from './core.ts';
import type { PhonePorts } from './ports.ts';

/** The picture of a page: taken over once, read part by part, and dropped as soon as it gave an account. */
export function areaActs({ act, change, current, handOver }: Core, { ask, tabId, purpose, ...ports }: PhonePorts) {
  return {
    /** Takes over the picture that waits; a page that was opened for anything else reads for no site. */
    async start(): Promise<void> {
      if (purpose !== 'area') return void (await ask({ kind: 'drop-area', tabId }));
      const answer = await ask({ kind: 'give-area', tabId });
      const { picture, fromTabId } = answer.kind === 'area' ? answer : { picture: null, fromTabId: null };
      change({ area: picture === null ? 'gone' : { picture, note: null }, fromTabId });
    },
    readArea: (box: AreaBox) =>
      act(async () => {
        const { area } = current();
        if (area === null || typeof area === 'string') return false;
        // The same sentence a second time is said only where it went meanwhile.
        change({ area: { ...area, note: null } });
        const texts = await ports.readArea(area.picture, box);
        const found = texts.some(isAccountCode);
        if (!found) change({ area: { ...area, note: texts.length === 0 ? 'no-code' : 'other-code' } });
        if (texts.length > 0 && !(await handOver(texts))) return false;
        if (found) change({ area: 'read' });
        return true;
      }),
    /** Brings the page that the picture is of to the front. */
    async leave(): Promise<void> {
      const { fromTabId } = current();
      if (fromTabId !== null) await ports.showTab(fromTabId);
    },
  };
}
