import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page, escaped already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page needs around its content. */
export type Frame = {
  readonly title: string;
  readonly name?: string;
  readonly token: string;
  readonly narrow?: boolean;
  /** What stands in the header of a page without a customer; the way in when missing. */
  readonly nav?: Html;
  /** A window that popped up has no way to the rest of the area. */
  readonly bare?: boolean;
};

/** A header link that posts: a session may end by a form with its token only. */
export const leaveForm = (action: string, label: string, token: string): Html =>
  html`<form method="post" action="${action}">${tokenField(token)}<button class="link">${label}</button></form>`;

const header = ({ name, nav, token }: Frame): Html => html`<header class="bar">
<a class="brand" href="/">Harbour Hosting</a>
${
  name === undefined
    ? (nav ?? html`<nav><a href="/login">Log in</a> <a href="/register">Register</a></nav>`)
    : html`<details class="menu" id="accountMenu"><summary>Hello, ${name}!</summary>
<ul><li><a href="/">Overview</a></li><li><a href="/security">Security Settings</a></li>
<li>${leaveForm('/logout', 'Log out', token)}</li></ul></details>`
}
</header>`;

const footer = html`<footer class="bar"><span>A demonstration that runs only on this computer.</span> <a href="/help/two-factor">Help with two-factor authentication</a></footer>`;

/** The whole document; `name` shows the signed-in customer's menu. */
export const layout = (frame: Frame, content: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} – Harbour Hosting</title>
<link rel="stylesheet" href="/assets/portal.css">
<script type="module" src="/assets/portal.js"></script>
</head>
<body>
${frame.bare === true ? html`` : header(frame)}
<main class="${frame.narrow === true ? 'narrow' : 'wide'}">
<h1>${frame.title}</h1>
${content}
</main>
${frame.bare === true ? html`` : footer}
</body>
</html>`;

/** A red notice, or nothing. */
export const errorAlert = (message: string | undefined): Html =>
  message === undefined || message === ''
    ? html``
    : html`<div class="alert alert-danger" role="alert">${message}</div>`;

/** A green notice, or nothing. */
export const successAlert = (message: string | undefined): Html =>
  message === undefined || message === ''
    ? html``
    : html`<div class="alert alert-success" role="status">${message}</div>`;

/** The hidden field that carries the CSRF token. */
export const tokenField = (token: string): Html => html`<input type="hidden" name="token" value="${token}">`;

/** What a form without a live session's token gets; `start` is where to begin again. */
export const tooOldPage = (start: string): Html =>
  layout(
    { title: 'Please start again', token: '', narrow: true, nav: html`` },
    html`<div class="card"><p>This page was open too long, or in two windows, so what you sent was not used. Nothing has changed.</p>
<a class="btn btn-primary" href="${start}">Start again</a></div>`,
  );
