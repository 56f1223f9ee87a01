import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSetupButton } from '../../../lib/page/setup-button.ts';

const read = (body: string): string | null => {
  document.body.innerHTML = body;
  return readSetupButton(document);
};
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/pages', `${name}.html`), 'utf8');

const page = '<h2>Two-Factor Authentication</h2><p>Off.</p><a href="/enable">Click here to Enable</a>';

describe('the button that leads to the code', () => {
  it.each([
    ['of a security page', `<main>${page}</main>`, 'Click here to Enable'],
    [
      'of the dialog over it',
      `<main>${page}</main><div role="dialog"><h4>Enable Two-Factor Authentication</h4><form><input type="submit" value="Get Started"></form></div>`,
      'Get Started',
    ],
    ['that names it itself', '<section><button>Set up 2FA</button></section>', 'Set up 2FA'],
    [
      'in German',
      '<div><p>Zwei-Faktor-Authentifizierung</p><button>Jetzt einrichten</button></div>',
      'Jetzt einrichten',
    ],
    ['in Japanese', '<div><p>二段階認証</p><button>有効にする</button></div>', '有効にする'],
    [
      'of the app, of several ways',
      `<main>${page}<button>Use SMS</button><button>Authenticator app</button></main>`,
      'Authenticator app',
    ],
    ['that is a switch', '<label><input type="checkbox"> Enable two-factor login</label>', 'Enable two-factor login'],
    [
      'under its own heading, of a page without parts',
      '<main><h2>Passkey</h2><button>Set it up</button><h2>Two-step login</h2><p>Off.</p><button>Set up</button></main>',
      'Set up',
    ],
  ])('is the one %s', (_, body, words) => {
    expect(read(body)).toBe(words);
  });

  it.each([
    ['where it is switched on already', fixture('hosting-security-page')],
    ['of something else', '<div><h2>Newsletter</h2><button>Enable</button></div>'],
    ['that is hidden', `<div style="display: none">${page}</div>`],
    ['that switches it off', '<div><p>Two-factor login</p><button>Disable</button></div>'],
    ['that is a text', `<div><p>2FA</p><button>${'Enable it and read on '.repeat(4)}</button></div>`],
    ['far from the words', `<p>Two-factor</p><div><button>Enable</button></div>`],
    ['for messages', '<div><h2>Two-factor login</h2><button>Set up text messages</button></div>'],
    ['under the heading of another way', '<div><h3>Two-step login by text message</h3><button>Set up</button></div>'],
    ['that is locked', '<div><h2>Two-factor login</h2><button disabled>Enable</button></div>'],
    ['that is switched on', '<label><input type="checkbox" checked> Enable two-factor login</label>'],
    ['for everybody of a team', '<div><h2>2FA</h2><button>Enable for all members</button></div>'],
    ['beside one that ends it', '<div><h2>2FA</h2><button>Activate</button><button>Disable</button></div>'],
    [
      'of a word that another button has too',
      '<div><h2>Newsletter</h2><button>Enable</button></div><div><h2>2FA</h2><button>Enable</button></div>',
    ],
  ])('is none %s', (_, body) => {
    expect(read(body)).toBe(null);
  });
});
