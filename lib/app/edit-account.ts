import type { OtpParameters } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { MAX_TEXT } from '../vault/entry-codec.ts';
import { type CodesChange, codesChanges, counterOf } from './codes-changes.ts';
import { changeEntry } from './entry-changes.ts';
import { type SiteName, siteName } from './look-alike/site-name.ts';
import { type CodesForm, parametersWith, type SecretError, typedParameters } from './manual-account.ts';
import { keepFormer } from './trash.ts';

/** What of an account its own form shows: everything but the key. What its kind of code does not use is as usual. */
export type EditableAccount = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly sites: readonly SiteName[];
  readonly codes: Omit<CodesForm, 'secretText'>;
  readonly updatedUnixMs: number;
};

/** What the customer made of it. */
export type AccountEdit = {
  readonly issuer: string;
  readonly account: string;
  /** Only what goes is named: a site that the account got meanwhile stays. */
  readonly removedSites: readonly string[];
  /** How codes are made, an empty key for the one that is there; null leaves all of it as it is. */
  readonly codes: CodesForm | null;
  /** The counter that was shown; null for another kind of code. */
  readonly shownCounter: number | null;
};

/** What is wrong with what was typed. */
export type EditProblem = SecretError | 'issuer-too-long' | 'account-too-long';

/** The vault after an edit; `keptId`: what the account was, among the removed ones, where its codes changed. */
export type Edited =
  | { readonly kind: 'saved'; readonly content: VaultContent; readonly keptId: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'would-change-codes'; readonly changes: readonly CodesChange[] };

/** Which account, as it was shown, and when; `despiteCodes`: the customer was told what it does to the codes, and pressed again. */
export type EditContext = {
  readonly entryId: string;
  readonly shownUnixMs: number;
  readonly despiteCodes: boolean;
  readonly keptId: string;
  readonly nowUnixMs: number;
};

/** An account for its form. */
export function editable({ id, issuer, account, origins, parameters, updatedUnixMs }: Entry): EditableAccount {
  const usual = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 } as const;
  const { type, secret: _, ...own } = parameters;
  return { id, issuer, account, sites: origins.map(siteName), codes: { ...usual, ...own, kind: type }, updatedUnixMs };
}

/** What is wrong with an edit, as far as that can be told without the account. */
export function editProblem({ issuer, account, codes }: AccountEdit): EditProblem | null {
  if (issuer.trim().length > MAX_TEXT) return 'issuer-too-long';
  if (account.trim().length > MAX_TEXT) return 'account-too-long';
  if (codes === null || codes.secretText.trim() === '') return null;
  const typed = typedParameters(codes);
  return typed.ok ? null : typed.error;
}

// What was not touched stays to the letter.
const nameOf = (typed: string, stored: string): string => (typed === stored ? stored : typed.trim());

function parametersOf({ parameters }: Entry, { codes }: AccountEdit): Result<OtpParameters, SecretError> {
  if (codes === null) return ok(parameters);
  return codes.secretText.trim() === '' ? ok(parametersWith(parameters.secret, codes)) : typedParameters(codes);
}

/** When an account was changed: another change at the same millisecond is told apart by the time all the same. */
export const laterThan = (unixMs: number, nowUnixMs: number): number =>
  nowUnixMs === unixMs ? nowUnixMs + 1 : nowUnixMs;

/**
 * What new codes make of an account. The site's word was about the codes before: it waits for its acceptance anew, also one that
 * the site had ended, as nobody types the key of something that is over. It is not asked about as one that was never finished:
 * the customer has just said that it is meant.
 */
const withNewCodes = (entry: Entry, parameters: OtpParameters): Entry => ({
  ...entry,
  parameters,
  state: 'pending',
  keptUnconfirmed: true,
});

/**
 * Changes an account as its form says. Where that changes its codes, it is done only `despiteCodes`, and what the account was is
 * kept among the removed ones.
 * @returns `changed-meanwhile` where the account is not what the customer was shown
 */
export function editAccount(
  content: VaultContent,
  edit: AccountEdit,
  { entryId, shownUnixMs, despiteCodes, keptId, nowUnixMs }: EditContext,
): Result<Edited, EditProblem | 'no-entry' | 'changed-meanwhile'> {
  const entry = content.entries.find(({ id }) => id === entryId);
  if (entry === undefined) return err('no-entry');
  // A code that went out moves the counter on, and is no edit.
  const isCounted = edit.codes === null || counterOf(entry.parameters) === edit.shownCounter;
  if (entry.updatedUnixMs !== shownUnixMs || !isCounted) return err('changed-meanwhile');
  const problem = editProblem(edit);
  if (problem !== null) return err(problem);
  const parameters = parametersOf(entry, edit);
  if (!parameters.ok) return parameters;

  const issuer = nameOf(edit.issuer, entry.issuer);
  const account = nameOf(edit.account, entry.account);
  const origins = entry.origins.filter((origin) => !edit.removedSites.includes(origin));
  const changes = codesChanges(entry.parameters, parameters.value);
  const isNamed = issuer !== entry.issuer || account !== entry.account || origins.length !== entry.origins.length;
  if (changes.length === 0 && !isNamed) return ok({ kind: 'unchanged' });
  if (changes.length > 0 && !despiteCodes) return ok({ kind: 'would-change-codes', changes });

  const updatedUnixMs = laterThan(entry.updatedUnixMs, nowUnixMs);
  const edited = changeEntry(content, entryId, (one) => ({
    ...(changes.length > 0 ? withNewCodes(one, parameters.value) : one),
    ...{ issuer, account, origins, updatedUnixMs },
  }));
  if (changes.length === 0) return ok({ kind: 'saved', content: edited, keptId: null });
  return ok({ kind: 'saved', content: keepFormer(edited, { ...entry, id: keptId }, nowUnixMs), keptId });
}

/** Which account is to be what it was before, as it was shown, and where that is kept. */
export type UndoContext = Pick<EditContext, 'entryId' | 'shownUnixMs' | 'keptId' | 'nowUnixMs'>;

/** Makes an account again what it was before an edit; what the edit made of it takes that one's place among the removed ones. */
export function undoEdit(
  content: VaultContent,
  { entryId, shownUnixMs, keptId, nowUnixMs }: UndoContext,
): Result<VaultContent, 'no-entry' | 'changed-meanwhile'> {
  const entry = content.entries.find(({ id }) => id === entryId);
  const former = content.trash.find((one) => one.entry.id === keptId)?.entry;
  if (entry === undefined || former === undefined) return err('no-entry');
  if (entry.updatedUnixMs !== shownUnixMs) return err('changed-meanwhile');
  const updatedUnixMs = laterThan(entry.updatedUnixMs, nowUnixMs);
  const back = changeEntry(content, entryId, () => ({ ...former, id: entryId, updatedUnixMs }));
  const others = back.trash.filter((one) => one.entry.id !== keptId);
  // A new key that only the site's page showed is not lost by a press.
  return ok(keepFormer({ ...back, trash: others }, { ...entry, id: keptId }, nowUnixMs));
}
