/** The kinds of answer that a hosting customer area prints in an alert. */
export type AlertKind = 'success' | 'danger' | 'warning' | 'info';

/**
 * What the three themes of one hosting customer area draw differently, after public facts (class names, ids, nesting).
 * The markup and its words are our own.
 */
export type Theme = {
  readonly name: string;
  /** The class that hides, with the rule of the theme's style sheet for it. */
  readonly hidden: string;
  readonly style: string;
  readonly alert: (kind: AlertKind, text: string) => string;
  /** A whole page: header with its search, the content under its title, footer, and the closed dialog behind. */
  readonly page: (title: string, content: string, dialog?: string) => string;
  /** A part of a page under a title of its own. */
  readonly part: (title: string, content: string) => string;
  /** The narrow sheet of a login page, and a small line under it. */
  readonly sheet: (title: string, content: string, under: string) => string;
  /** The dialog that each step is loaded into. */
  readonly dialog: (title: string, step: string, button: string) => string;
  /** A new backup code on its page. */
  readonly newCode: (words: string, code: string) => string;
  /** The line that offers a backup code stands in the form (six) or under the sheet. */
  readonly offersInForm: boolean;
};

const alertOf = (kind: AlertKind, text: string): string =>
  `<div class="alert alert-${kind} text-center">\n        ${text}\n    </div>`;

const footer =
  '<section id="footer"><div class="container"><ul class="list-inline"><li><a href="/contact">Contact</a></li></ul><p>© Hosting. All rights reserved.</p></div></section>';

/** Messages that float in a corner of the page, as the portal's script appends them. */
export const corner = (kind: 'notice' | 'warning', title: string, text: string): string =>
  `<div id="growls-default"><div class="growl growl-${kind} growl-medium"><div class="growl-close">×</div><div class="growl-title">${title}</div><div class="growl-message">${text}</div></div></div>`;

/** The oldest: Bootstrap 3, panels, titles in a header line. */
const six: Theme = {
  name: 'six',
  hidden: 'hidden',
  style: '.hidden { display: none !important } .modal { display: none } .modal.in { display: block }',
  alert: alertOf,
  page: (title, content, dialog = '') =>
    `<section id="header"><div class="container"><ul class="top-nav"><li><a href="/logout">Log out</a></li></ul><a href="/" class="logo"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="Hosting" width="180" height="180"></a></div></section>
    <section id="main-menu"><nav class="navbar"><ul><li><a href="/">Home</a></li><li><a href="/domains">Domains</a></li></ul></nav></section>
    <section id="main-body"><div class="container"><div class="row"><div class="col-md-9 main-content"><div class="header-lined"><h1>${title}</h1></div>${content}</div></div></div></section>
    ${footer}${dialog}`,
  part: (title, content) => `<h2>${title}</h2>${content}`,
  sheet: (title, content, under) =>
    `<div class="logincontainer"><div class="header-lined"><h1>${title}</h1></div>${content}${under}</div>`,
  dialog: (title, step, button) =>
    `<div class="modal system-modal fade twofa-setup in" id="modalAjax" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content panel-primary">
      <div class="modal-header panel-heading"><button type="button" class="close"><span aria-hidden="true">&times;</span></button><h4 class="modal-title">${title}</h4></div>
      <div class="modal-body panel-body">${step}</div>
      <div class="modal-footer panel-footer"><div class="pull-left loader" style="display: none">Loading</div><button type="button" class="btn btn-default">Close</button>${button}</div>
    </div></div></div>`,
  newCode: (words, code) => `<h2 class="text-center">${words}</h2>${alertOf('warning', code)}`,
  offersInForm: true,
};

const cards = {
  hidden: 'w-hidden',
  alert: alertOf,
  part: (title: string, content: string) =>
    `<div class="card"><div class="card-body"><h3 class="card-title">${title}</h3>${content}</div></div>`,
  sheet: (title: string, content: string, under: string) =>
    `<div class="card mw-540 mb-md-4 mt-md-4"><div class="card-body px-sm-5 py-5"><h3 class="card-title">${title}</h3>${content}</div>${under}</div>`,
  dialog: (title: string, step: string, button: string) =>
    `<div class="modal system-modal fade twofa-setup show" id="modalAjax" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content">
      <div class="modal-header"><h5 class="modal-title">${title}</h5><button type="button" class="close"><span aria-hidden="true">&times;</span></button></div>
      <div class="modal-body">${step}</div>
      <div class="modal-footer"><div class="float-left loader" style="display: none">Loading</div><button type="button" class="btn btn-default">Close</button>${button}</div>
    </div></div></div>`,
  newCode: (words: string, code: string) =>
    `<h5 class="text-center">${words}</h5><div class="alert alert-warning text-center h4">\n        ${code}\n    </div>`,
  offersInForm: false,
};

const style = '.w-hidden { display: none } .modal { display: none } .modal.show { display: block }';

/** Bootstrap 4, cards, one search box in the header. */
const twentyOne: Theme = {
  ...cards,
  name: 'twenty-one',
  style,
  page: (title, content, dialog = '') =>
    `<header id="header" class="header"><div class="topbar"><div class="alert-notices dropdown w-hidden">No notifications</div></div><div class="navbar"><a class="navbar-brand" href="/"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="Hosting" width="180" height="180"></a><form method="post" action="/knowledgebase/search"><input class="form-control" type="text" name="search" placeholder="Search our articles..."></form></div></header>
    <nav class="master-breadcrumb"><ol class="breadcrumb"><li>${title}</li></ol></nav>
    <section id="main-body"><div class="container"><div class="row"><div class="col-lg-8 primary-content">${content}</div></div></div></section>
    ${footer}${dialog}`,
};

/** The newest: as twenty-one, with a search box for wide and one for narrow windows, and the cart in a side sheet. */
const nexus: Theme = {
  ...cards,
  name: 'nexus',
  style: `${style} .d-xl-none { display: none }`,
  page: (title, content, dialog = '') =>
    `<header id="header"><div class="navbar"><a class="navbar-brand" href="/"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="Hosting" width="180" height="180"></a>
      <form method="post" action="/knowledgebase/search" class="form-inline d-none-narrow"><input class="form-control" type="text" name="search" placeholder="Search our articles..."></form>
      <form method="post" action="/knowledgebase/search" class="d-xl-none"><input class="form-control" type="text" name="search" placeholder="Search our articles..."></form></div></header>
    <section id="main-body"><div class="container"><h1 class="page-title">${title}</h1><div class="primary-content">${content}</div></div></section>
    ${footer}${dialog}`,
};

/** All three. */
export const themes: readonly Theme[] = [six, twentyOne, nexus];
