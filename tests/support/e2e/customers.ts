import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { keyUriOf } from '../../../portal/key-uri.ts';
import { addCustomer } from '../../../portal/store/customers.ts';
import type { Driver } from './driver.ts';
import { popupPage } from './popup-page.ts';
import type { TestPortal } from './portal.ts';

/** A customer with two-factor login on. */
export type TestCustomer = { readonly email: string; readonly password: string; readonly keyUri: string };

const password = 'a long enough password';

/** Adds a customer whose second factor is on and has accepted no step yet, so that the current code is good at once. */
export async function addTwoFactorCustomer({ state }: TestPortal, name: string): Promise<TestCustomer> {
  const email = `${name}@example.com`;
  const customer = await addCustomer(state.database, state, { email, name, password });
  if (!customer.ok) throw new Error(`the portal refused the customer: ${customer.error}`);
  const secret = new Uint8Array(randomBytes(20));
  state.database
    .prepare(
      'INSERT INTO second_factor (customer_id, secret, last_step, backup_hash, enabled_ms) VALUES (?, ?, 0, ?, ?)',
    )
    .run(customer.value.id, secret, 'none', state.clock());
  return { email, password, keyUri: keyUriOf(secret, email) };
}

/** Shows a customer's key by a link on the login page of an origin. */
export async function showLink(page: Page, origin: string, keyUri: string): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = 'Add to your authenticator';
    document.body.append(link);
  }, keyUri);
}

/**
 * Gives Doorcode a customer's key at an origin, by a link on the login page there: the entry belongs to that origin and
 * no code of it has been filled yet. Makes a vault without a passphrase where there is none.
 */
export async function addFromLink(browser: Driver, page: Page, origin: string, keyUri: string): Promise<void> {
  await showLink(page, origin, keyUri);
  const popup = await browser.pressToolbar(page);
  const screen = popupPage(popup);
  await popup.waitFor(screen.at.found);
  await screen.openVault();
  await screen.addFound();
  await popup.close();
}
