/** What a vault must hold by all that was acknowledged, and what the one act without an answer would have added. */
export type Expected = { readonly mustHave: ReadonlySet<string>; readonly pending: readonly string[] };

/** What is wrong with the accounts that were found; empty where nothing is. */
export function compareAccounts(found: readonly string[] | null, { mustHave, pending }: Expected): readonly string[] {
  if (found === null) return ['the accounts could not be listed'];
  const faults: string[] = [];
  for (const name of mustHave) if (!found.includes(name)) faults.push(`${name} was acknowledged and is lost`);
  for (const name of found)
    if (!mustHave.has(name) && !pending.includes(name)) faults.push(`${name} came from nowhere`);
  if (new Set(found).size !== found.length) faults.push('an account is there twice');
  const done = pending.filter((name) => found.includes(name)).length;
  if (done > 0 && done < pending.length) faults.push(`${done} of ${pending.length} accounts of one act are there`);
  return faults;
}
