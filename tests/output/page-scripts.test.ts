import { describe, expect, it } from 'vitest';
import { filesOf, injectedOf, targets } from './build.ts';

/** Events by which somebody, or a script of the page, acts on what lies in a page. */
const press =
  /["'`](?:click|dblclick|auxclick|contextmenu|wheel|mouse[a-z]+|pointer[a-z]+|touch[a-z]+|key(?:down|up|press)|drag[a-z]*|drop|toggle|select|focus(?:in|out)?|blur)["'`]/;
const handler = /\.on(?:click|mouse\w+|pointer\w+|touch\w+|key\w+|message|focus|blur|input|submit)\s*=[^=]/;
const heard = /["'`](?:message|messageerror|storage)["'`]|\bpostMessage\b|BroadcastChannel|\bonMessage|\bonConnect/;
const parsed = /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment/;
const made = /createElement(?:NS)?\(\s*["'`]?([^"'`)]*)/g;

// A page shows what its scripts hear and make only once it is attacked; what was built says it before.
describe.each(targets)('what is put into pages by the build for %s', (target) => {
  const files = filesOf(target);
  const textOf = (path: string): string => files.find((one) => one.path === path)?.bytes.toString('utf8') ?? '';
  const injected = injectedOf(files);
  const having = (pattern: RegExp, paths: readonly string[] = injected): readonly string[] =>
    paths.filter((path) => pattern.test(textOf(path)));
  const ours = files.map(({ path }) => path).filter((path) => path.endsWith('.js') && !injected.includes(path));

  it('hears a press in the login form alone, which only says who logs in', () => {
    expect(having(press)).toEqual(['login.js']);
    expect([...new Set(textOf('login.js').match(/kind:["'`][\w-]+["'`]/g) ?? [])]).toEqual(['kind:`login-named`']);
    expect(having(handler)).toEqual([]);
    // The same words are found where presses are heard.
    expect(having(press, ours)).not.toEqual([]);
    expect(having(handler, ours)).not.toEqual([]);
  });

  it('hears nothing that a page could say to it', () => {
    expect(having(heard)).toEqual([]);
    expect(having(heard, ours)).toContain('background.js');
  });

  it('makes nothing to type into or to press: no input, no button, no link, no frame, and no markup', () => {
    const elements = injected.flatMap((path) => [...textOf(path).matchAll(made)].map(([, name = '']) => name));
    expect([...new Set(elements)].toSorted()).toEqual(['canvas', 'div', 'img']);
    expect(having(parsed)).toEqual([]);
    expect(having(parsed, ours)).not.toEqual([]);
  });

  it('is never put into the world of the page’s own scripts, and the background hears no page and no other extension', () => {
    const own = [...injected, 'background.js'];
    expect(having(/["'`]MAIN["'`]/, own)).toEqual([]);
    expect(having(/on(?:MessageExternal|ConnectExternal|UserScriptMessage)\s*\??\.\s*addListener/, own)).toEqual([]);
    expect(having(/\.onMessage\.addListener/, own)).toEqual(['background.js']);
  });
});
