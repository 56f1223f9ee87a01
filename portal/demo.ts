import type { RunningPortal } from './server.ts';
import { addCustomer, setStaffPassword } from './store/customers.ts';
import { isEnabled } from './store/enrolment.ts';
import { integer } from './store/row.ts';

/** The demonstration's customer and billing desk; they guard nothing but a file on this computer. */
export const demo = {
  email: 'demo@example.com',
  name: 'Dana',
  password: 'harbour demo login',
  staffLogin: 'billing',
  staffPassword: 'billing desk login',
} as const;

/** Adds the demonstration's logins where they are missing; a customer who exists already is left as is. */
export const seedDemo = async ({ state }: RunningPortal): Promise<void> => {
  await addCustomer(state.database, state, demo);
  await setStaffPassword(state.database, state, demo.staffLogin, demo.staffPassword);
};

/** Whether the demonstration's customer switched two-factor login on at an earlier start, so that a login asks for a code. */
export const demoNeedsCode = ({ state: { database } }: RunningPortal): boolean => {
  const row = database.prepare('SELECT id FROM customer WHERE email = ?').get(demo.email);
  return row !== undefined && isEnabled(database, integer(row, 'id'));
};
