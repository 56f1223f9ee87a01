import { beforeEach, describe, expect, it } from 'vitest';
import { readOutcome } from '../../../../lib/page/outcome/read-outcome.ts';

const codes = ['ab12-cd34', 'ef56-gh78', 'ij90-kl12', 'mn34-op56'];
const backup = `<p>Save your backup codes:</p><ul>${codes.map((code) => `<li>${code}</li>`).join('')}</ul>`;

// How common style sheets and systems wrap an answer, from their documentation: their names must not be taken for a forum's.
const wraps: Readonly<Record<string, (text: string) => string>> = {
  'a Bulma message': (text) =>
    `<div class="message is-danger"><div class="message-header"><p>Note</p></div><div class="message-body">${text}</div></div>`,
  'a Bulma message in an article': (text) =>
    `<article class="message is-danger"><div class="message-body">${text}</div></article>`,
  'a Semantic UI message': (text) => `<div class="ui negative message"><div class="content"><p>${text}</p></div></div>`,
  'two Semantic UI messages': (text) =>
    `<div class="ui message"><p>${text}</p></div><div class="ui message"><p>Saved.</p></div>`,
  'a list of Drupal messages': (text) =>
    `<div class="messages-list"><div class="messages-list__item messages messages--error"><div role="alert"><div class="messages__content">${text}</div></div></div></div>`,
  'a PrimeNG message': (text) =>
    `<div class="p-message p-message-error" role="alert"><div class="p-message-content"><span class="p-message-text">${text}</span></div></div>`,
  'a settings page of Discourse': (text) =>
    `<section class="user-content user-preferences"><div class="alert alert-error">${text}</div></section>`,
  'a WordPress page': (text) =>
    `<div id="post-9" class="post-9 page type-page"><div class="woocommerce-error" role="alert">${text}</div></div>`,
  'a WordPress page in an article': (text) =>
    `<article class="post-9 page type-page"><div class="woocommerce-error" role="alert">${text}</div></article>`,
  'a Genesis page': (text) =>
    `<div class="entry-content" itemprop="text"><div role="alert" class="alert">${text}</div></div>`,
  'a Bubble application': (text) =>
    `<div class="bubble-element Page"><div class="bubble-element Alert" role="alert">${text}</div></div>`,
  'a card in an article': (text) =>
    `<article><h1>Two-factor login</h1><p role="alert" class="error">${text}</p></article>`,
  'an alert of two messages': (text) =>
    `<div role="alert"><p class="message">${text}</p><p class="message">Please go on.</p></div>`,
  'two Rails notices': (text) => `<p class="notice">${text}</p><p class="notice">Saved.</p>`,
  'an AUI message': (text) => `<div class="aui-message error"><p class="message-content">${text}</p></div>`,
  'an alert with a text of its own name': (text) =>
    `<div class="error-message"><span class="error-message-text">${text}</span></div>`,
  'a chat application': (text) => `<div id="app" class="chat"><main><div role="alert">${text}</div></main></div>`,
  'a page after the login': (text) => `<div class="post-login"><div role="alert">${text}</div></div>`,
  'a step of a review': (text) => `<div class="step review"><div role="alert">${text}</div></div>`,
  'a place that is not to be edited': (text) => `<div contenteditable="false"><div role="alert">${text}</div></div>`,
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe.each(Object.entries(wraps))('in %s', (_, wrap) => {
  it('a refusal is heard', () => {
    document.body.innerHTML = wrap('The code you entered is incorrect.');
    expect(readOutcome(document, false).said?.what).toBe('refused');
  });

  it('backup codes are seen', () => {
    document.body.innerHTML = wrap(backup);
    expect(readOutcome(document, false).backup?.codes).toEqual(codes);
  });
});
