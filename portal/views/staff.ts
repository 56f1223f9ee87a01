import { html } from 'hono/html';
import { mailAbout } from '../mail.ts';
import type { ListedAuditLine } from '../store/audit.ts';
import type { Review } from '../store/reviews.ts';
import { errorAlert, type Html, layout, leaveForm, tokenField } from './layout.ts';
import { when } from './when.ts';

/** The billing desk's own login. */
export const staffLoginPage = (token: string, error?: string): Html =>
  layout(
    { title: 'Billing desk', token, narrow: true, nav: html`` },
    html`<form method="post" action="/staff/login" class="card">
${tokenField(token)}${errorAlert(error)}
<label for="inputLogin">Staff login</label><input id="inputLogin" name="login" class="form-control" autocomplete="username" required>
<label for="inputPassword">Password</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="current-password" required>
<button class="btn btn-primary">Log in</button></form>`,
  );

/** What stands in the header of the desk's pages. */
export const deskNav = (token: string): Html =>
  html`<nav><a href="/staff">Requests</a> <a href="/staff/attempts">Attempts</a> ${leaveForm('/staff/logout', 'Log out', token)}</nav>`;

/** What was typed into a decision that was not taken. */
export type Draft = { readonly reviewId: number; readonly reason: string; readonly identityNotes: string };

const decide = (token: string, { id }: Review, draft: Draft | undefined): Html => {
  const typed = draft?.reviewId === id ? draft : undefined;
  return html`<form method="post" action="/staff/review/${id}">${tokenField(token)}
<label for="notes${id}">How you recognised the customer (only the desk sees this)</label><textarea id="notes${id}" name="identity" class="form-control" maxlength="2000">${typed?.identityNotes ?? ''}</textarea>
<label for="reason${id}">Written reason (the customer reads this)</label><textarea id="reason${id}" name="reason" class="form-control" minlength="10" maxlength="2000" required>${typed?.reason ?? ''}</textarea>
<div class="actions"><button class="btn btn-danger" name="verdict" value="approved">Approve: disable two-factor</button> <button class="btn" name="verdict" value="refused">Refuse</button></div></form>`;
};

const decided = ({
  reason,
  identityNotes,
  decidedMs,
}: Review): Html => html`<p class="written"><strong>Reason:</strong> ${reason}</p>
${identityNotes === '' ? html`` : html`<p class="written"><strong>Recognised by:</strong> ${identityNotes}</p>`}
<p class="soft">Closed ${decidedMs === null ? '' : when(decidedMs)}</p>`;

const mail = (review: Review): Html => {
  const { to, subject, text } = mailAbout(review);
  return html`<details class="rescue"><summary>Mail to the customer</summary>
<pre class="mail">To: ${to}
Subject: ${subject}

${text}</pre></details>`;
};

const reviewCard = (
  token: string,
  review: Review,
  draft: Draft | undefined,
): Html => html`<article class="card" data-review="${review.id}">
<h3><bdi>${review.name}</bdi> (${review.email})</h3>
<p class="soft">${when(review.askedMs)} <span class="state ${review.state}">${review.state}</span> ${review.passwordShown ? 'Asked with the password shown.' : 'Asked without login: anybody may have written this.'}</p>
<blockquote class="written">${review.message}</blockquote>
${review.state === 'open' ? decide(token, review, draft) : decided(review)}
${mail(review)}</article>`;

/** What the desk's first page shows. */
export type Desk = {
  readonly token: string;
  readonly reviews: readonly Review[];
  readonly lines: readonly ListedAuditLine[];
  readonly error?: string | undefined;
  readonly draft?: Draft | undefined;
};

/** The desk: requests with their mails, and the log of everything that happened to anyone's second factor. */
export const deskPage = ({ token, reviews, lines, error, draft }: Desk): Html =>
  layout(
    { title: 'Billing desk', token, nav: deskNav(token) },
    html`${errorAlert(error)}
<h2>Requests for manual review</h2>${reviews.length === 0 ? html`<p>None.</p>` : reviews.map((one) => reviewCard(token, one, draft))}
<h2>Audit log</h2><div class="scroll" tabindex="0" role="region" aria-label="Audit log"><table class="audit"><thead><tr><th>Time</th><th>Who</th><th>What</th><th>Customer</th><th>Reason or message</th></tr></thead>
<tbody>${lines.map((line) => html`<tr><td>${when(line.atMs)}</td><td>${line.actor}</td><td>${line.act}</td><td>${line.email}</td><td class="written">${line.detail}</td></tr>`)}</tbody></table></div>`,
  );
