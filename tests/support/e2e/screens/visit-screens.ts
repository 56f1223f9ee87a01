import { accountScreens } from './account-screens.ts';
import { addingScreens } from './adding-screens.ts';
import { areaScreens } from './area-screens.ts';
import { computerScreens } from './computer-screens.ts';
import { copiesScreens } from './copies-screens.ts';
import { firstRunScreens } from './first-run-screens.ts';
import { foreignFileScreens } from './foreign-file-screens.ts';
import { keysScreens } from './keys-screens.ts';
import { lockScreens } from './lock-screens.ts';
import { managerLoading, managerScreens } from './manager-screens.ts';
import { movingScreens } from './moving-screens.ts';
import { panelScreens } from './panel-screens.ts';
import { phoneScreens } from './phone-screens.ts';
import { settingsScreens } from './settings-screens.ts';
import { createWalk, type Visitor, type WalkIn } from './walk.ts';

/** Goes by every screen and state of the popup and of the pages, from the first run to the last setting; each part begins where the one before ended. */
export async function visitScreens(place: WalkIn, visitor: Visitor): Promise<void> {
  const walk = await createWalk(place, visitor);
  await firstRunScreens(walk);
  await addingScreens(walk);
  await movingScreens(walk);
  await phoneScreens(walk);
  await foreignFileScreens(walk);
  await areaScreens(walk);
  await settingsScreens(walk);
  await panelScreens(walk);
  await accountScreens(walk);
  const emergencyKey = await keysScreens(walk);
  await copiesScreens(walk);
  await managerScreens(walk);
  await managerLoading(walk);
  await lockScreens(walk, emergencyKey);
  await computerScreens(walk);
}
