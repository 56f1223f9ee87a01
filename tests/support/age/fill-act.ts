import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { pickKnown, stored, withEntry } from './act-parts.ts';
import type { Act } from './attempt.ts';
import { TAB } from './background.ts';
import type { Year } from './year.ts';

/** Fills an account's code into the tab, which gets the account's site, or gives the account the site where it has none. */
export async function filling(year: Year): Promise<Act> {
  const known = pickKnown(year);
  const { id, parameters } = await stored(year, known.issuer);
  const [own] = known.origins;
  const origin = own ?? `https://service${year.count}.example`;
  year.tab.origin = origin;
  year.tab.documentId = `document ${year.trueMs}`;
  const sure = { despiteLookAlike: true, asSecondSite: false };
  const here = { kind: 'use-here', tabId: TAB, entryId: id, shown: origin, ...sure } as const;
  const request: PageRequest = own === undefined ? here : { kind: 'fill', tabId: TAB, entryId: id };
  const counter = known.counter === null ? null : known.counter + 1;
  return {
    name: 'filled',
    async run({ ask, vault }) {
      const answer = await ask(request);
      if (answer.kind !== 'fill' || answer.result.kind !== 'written') return false;
      const content = await vault.read({ use: false });
      const seconds = (content.ok && content.value.correction?.seconds) || 0;
      // A correction that ends with this very code cannot be taken out of full storage.
      const codes = [seconds, 0].map((by) => codeAt(parameters, year.world.now + by * 1_000).code);
      const written = year.tab.written.at(-1)?.code ?? '';
      if (!codes.includes(written)) year.faults.push(`${known.issuer} was filled with another code`);
      // A code that was given while storage was full is given; its counter is not moved, and the answer says so.
      return answer.result.counterKept && !year.full;
    },
    apply: (model) => withEntry(model, { ...known, counter, origins: [origin] }),
    between: (model) => withEntry(model, { ...known, origins: [origin] }),
  };
}
