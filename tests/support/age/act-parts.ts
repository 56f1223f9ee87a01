import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import type { Act } from './attempt.ts';
import type { Known, Model } from './model.ts';
import type { Year } from './year.ts';

/** The issuer of both accounts of a fixture, of which one was removed. */
export const RELEASED = 'Example';

const isDone = ({ kind }: PageAnswer): boolean => kind === 'done';

/** An act that is one request, and is done where the answer says so. */
export const asking = (name: string, request: PageRequest, apply: Act['apply']): Act => ({
  name,
  run: async ({ ask }) => isDone(await ask(request)),
  apply,
});

/** A model with an account as it is now. */
export const withEntry = (model: Model, known: Known): Model => ({
  ...model,
  entries: new Map([...model.entries, [known.issuer, known]]),
});

/** The id of an account in the vault, and when it was changed last. */
export async function stored({ background }: Year, issuer: string) {
  const content = await background.vault.read({ use: false });
  const entry = content.ok ? content.value.entries.find((one) => one.issuer === issuer) : undefined;
  if (entry === undefined) throw new Error(`there is no ${issuer}`);
  return entry;
}

/** Any account of the model. */
export const pickKnown = (year: Year): Known => year.chance.pick([...year.model.entries.values()]);
