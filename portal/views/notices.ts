import { html } from 'hono/html';
import type { Review } from '../store/reviews.ts';
import { type Html, tokenField } from './layout.ts';
import { when } from './when.ts';

const button = (token: string, action: string, label: string): Html =>
  html`<form method="post" action="${action}">${tokenField(token)}<button class="btn">${label}</button></form>`;

const disabled = (token: string, review: Review): Html => html`<div class="alert alert-warning" role="status">
<p>Two-factor authentication has been disabled by our billing department${review.decidedMs === null ? '' : ` on ${when(review.decidedMs)}`}. Your password alone opens your account now.</p>
<p class="written">Reason: ${review.reason}</p>
<p>If you did not ask for this, tell our billing department at once. Else enable it again in <a href="/security">Security Settings</a>.</p>
${button(token, `/notices/${review.id}/read`, 'I have read this')}</div>`;

const asked = (token: string, review: Review): Html => html`<div class="alert alert-warning" role="status">
<p>On ${when(review.askedMs)} somebody ${review.passwordShown ? 'who knew your password' : 'without a login'} asked our billing department to switch off two-factor authentication for your account. It is still on.</p>
<p>If it was not you, or you no longer need it, withdraw the request.</p>
${button(token, `/notices/${review.id}/withdraw`, 'Withdraw the request')}</div>`;

/** What happened to the second factor by others' hands, until the customer says that it was read. */
export const notices = (token: string, reviews: readonly Review[]): Html =>
  html`${reviews.map((review) => (review.state === 'open' ? asked(token, review) : disabled(token, review)))}`;
