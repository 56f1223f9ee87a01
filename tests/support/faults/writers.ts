import { asking, type OpenProfile } from './open-profile.ts';
import { accountNames, adding } from './vault-acts.ts';

/** Lets three pages of the extension add accounts at the same time; says how many were acknowledged, and how many are there. */
export async function writeFromThreePages(
  { driver, ask, evaluate }: OpenProfile,
  each: number,
): Promise<{ readonly acknowledged: number; readonly stored: number }> {
  const before = (await accountNames(ask))?.length ?? 0;
  const address = String(await evaluate('location.href'));
  const pages = await Promise.all([driver.newPage(), driver.newPage(), driver.newPage()]);
  await Promise.all(pages.map((page) => page.goto(address)));
  const counts = await Promise.all(
    pages.map((page, writer) => {
      const acts = Array.from({ length: each }, (_, index) => asking(adding(`writer ${writer} account ${index}`)));
      return page.evaluate(`(async () => {
        let done = 0;
        for (const act of [${acts.map((act) => `() => ${act}`).join()}]) if ((await act())?.kind === 'done') done += 1;
        return done;
      })()`);
    }),
  );
  await Promise.all(pages.map((page) => page.close()));
  const after = (await accountNames(ask))?.length ?? 0;
  return { acknowledged: counts.map(Number).reduce((sum, count) => sum + count, 0), stored: after - before };
}
