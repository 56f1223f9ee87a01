import { describe, expect, it } from 'vitest';
import { classifySender, type MessageSender } from '../../../lib/messages/sender-policy.ts';

const OWN = 'chrome-extension://abc';
const web: MessageSender = {
  id: 'abc',
  origin: 'https://a.example',
  url: 'https://a.example/x',
  frameId: 0,
  documentId: 'D',
  tab: { id: 7 },
};

describe('the sender of a message', () => {
  it('is one of our pages when its origin is ours, in a tab or not', () => {
    expect(classifySender({ id: 'abc', origin: OWN }, 'abc', OWN)).toEqual({ kind: 'own-page' });
    expect(classifySender({ id: 'abc', origin: OWN, tab: { id: 1 }, frameId: 0 }, 'abc', OWN)).toEqual({
      kind: 'own-page',
    });
  });

  it('is one of our pages by its url where the browser gives no origin', () => {
    expect(classifySender({ id: 'abc', url: `${OWN}/popup.html` }, 'abc', OWN)).toEqual({ kind: 'own-page' });
  });

  it('is one of our pages in a tab, as the one that brings accounts from a phone', () => {
    const page = { id: 'abc', url: `${OWN}/from-phone.html`, origin: OWN, frameId: 0, tab: { id: 4 } };
    expect(classifySender(page, 'abc', OWN)).toEqual({ kind: 'own-page' });
    expect(classifySender({ ...page, origin: 'https://a.example' }, 'abc', OWN).kind).toBe('content');
  });

  it('is a content script with the origin that the browser vouches for', () => {
    expect(classifySender(web, 'abc', OWN)).toEqual({
      kind: 'content',
      origin: 'https://a.example',
      tabId: 7,
      frameId: 0,
      documentId: 'D',
    });
  });

  it('is a content script of no named document where the browser names none', () => {
    expect(classifySender({ ...web, documentId: undefined }, 'abc', OWN)).toMatchObject({ documentId: '' });
  });

  it.each<[string, MessageSender]>([
    ['another extension speaks', { ...web, id: 'def' }],
    ['nobody is named', {}],
    ['the document is sandboxed, whatever its url', { ...web, origin: 'null' }],
    ['the browser gives no origin for a web document', { ...web, origin: undefined }],
    ['there is no tab', { ...web, tab: undefined }],
    ['the tab has no number', { ...web, tab: {} }],
    ['there is no frame', { ...web, frameId: undefined }],
    ['the browser gives neither origin nor url', { ...web, origin: undefined, url: undefined }],
    ['the url only begins like ours', { id: 'abc', url: `${OWN}.evil.example/` }],
  ])('is a stranger when %s', (_name, sender) => {
    expect(classifySender(sender, 'abc', OWN)).toEqual({ kind: 'stranger' });
  });
});
