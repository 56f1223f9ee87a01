import { html } from 'hono/html';
import type { AttemptCount, AttemptKind, DayCount } from '../store/attempt-counts.ts';
import type { Throttled } from '../store/throttled.ts';
import { type Html, layout } from './layout.ts';
import { deskNav } from './staff.ts';
import { whenExactly } from './when.ts';

/** What the page about attempts shows; it names accounts and numbers, and nothing that anybody typed. */
export type Attempts = {
  readonly token: string;
  readonly nowMs: number;
  readonly throttled: readonly Throttled[];
  readonly days: readonly DayCount[];
  readonly inAll: readonly AttemptCount[];
};

const kindNames: Record<AttemptKind, string> = {
  'second factor': 'Code or backup code',
  password: 'Password',
  'desk password': 'Password of the desk',
};

const stateText = ({ state }: Throttled): string => {
  if (state.kind === 'stopped') return 'Stopped until the desk approves a request';
  return state.kind === 'wait' ? `Waits until ${whenExactly(state.untilUnixMs)}` : 'May try';
};

const throttledRow = (
  one: Throttled,
): Html => html`<tr data-state="${one.state.kind}"><td>${one.account ?? html`<em>a login name that nobody has</em>`}</td><td>${kindNames[one.kind]}</td>
<td>${one.failures}</td><td>${Number.isFinite(one.aDay) ? `${one.today} of ${one.aDay}` : 'no limit'}</td><td>${stateText(one)}</td></tr>`;

const numbers = ({ kind, tried, accepted, heldBack }: AttemptCount): Html =>
  html`<td>${kindNames[kind]}</td><td>${tried}</td><td>${accepted}</td><td>${tried - accepted}</td><td>${heldBack}</td>`;

const scrolled = (label: string, head: readonly string[], rows: readonly Html[], foot: readonly Html[] = []): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="audit"><thead><tr>${head.map((name) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody><tfoot>${foot}</tfoot></table></div>`;

/** The administrator's page: who is held back until when, and how many tries there were. */
export const attemptsPage = ({ token, nowMs, throttled, days, inAll }: Attempts): Html => {
  const head = ['Tries at', 'Compared', 'Right', 'Wrong', 'Held back'];
  return layout(
    { title: 'Attempts', token, nav: deskNav(token) },
    html`<p class="soft">As of ${whenExactly(nowMs)}.</p>
<h2>Accounts with failures</h2>
${throttled.length === 0 ? html`<p>None.</p>` : scrolled('Accounts with failures', ['Account', 'Tries at', 'Failures in a row', 'In 24 hours', 'Now'], throttled.map(throttledRow))}
<h2>By day (UTC)</h2>
${
  days.length === 0
    ? html`<p>No tries yet.</p>`
    : scrolled(
        'Tries by day',
        ['Day', ...head],
        days.map((one) => html`<tr><td>${one.day}</td>${numbers(one)}</tr>`),
        inAll.map((one) => html`<tr data-total="${one.kind}"><th scope="row">In all</th>${numbers(one)}</tr>`),
      )
}`,
  );
};
