import type { Driver } from './driver.ts';
import { enrolmentSteps } from './enrolment-steps.ts';
import { laterSteps } from './later-steps.ts';
import { loginSteps } from './login-steps.ts';
import { createScene, type Step } from './step.ts';

/** The steps from the first-run tab to the end of two-factor login, in order; each needs those before it. */
export function journeySteps(driver: Driver, url: string): readonly Step[] {
  const scene = createScene(driver, url);
  return [...enrolmentSteps(scene), ...loginSteps(scene), ...laterSteps(scene)];
}
