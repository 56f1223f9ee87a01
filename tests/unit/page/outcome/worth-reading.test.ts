import { afterEach, describe, expect, it, vi } from 'vitest';
import { isWorthReading } from '../../../../lib/page/outcome/worth-reading.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const worth = (markup: string): boolean => {
  document.body.innerHTML = markup;
  return isWorthReading([document]);
};

describe('a page', () => {
  it.each([
    ['speaks of backup codes', '<p>Keep your backup code: ABCD-EFGH</p>'],
    ['says so in another language', '<p>Bewahren Sie Ihren Wiederherstellungscode auf</p>'],
    ['has words in several elements', '<p>Your <b>recovery</b> codes</p>'],
    ['has no space between elements', '<table><td>Your</td><td>backup code</td></table>'],
    ['says that something was switched off', '<div class="alert">Two-factor authentication has been disabled.</div>'],
    ['has such words beside a script', '<p>Backup codes</p><script>0;</script>'],
    [
      'has them deep beside what is silent',
      '<div><div><nav>a</nav><section><p>Recovery code</p></section></div></div>',
    ],
  ])('is worth reading where it %s', (_, markup) => {
    expect(worth(markup)).toBe(true);
  });

  it.each([
    ['speaks of other things', '<h1>News</h1><p>Some text about nothing of that</p>'],
    ['is empty', ''],
    ['has such words in a script', '<p>Hello</p><script type="application/json">{"backup":"recovery"}</script>'],
    ['has them in its menu', '<nav><a href="/backups">Backups</a></nav><p>Hello</p>'],
    ['has them in its footer', '<main>Hello</main><footer>Disaster recovery</footer>'],
    ['has them in what somebody types', '<textarea>my backup codes</textarea>'],
  ])('is not where it %s', (_, markup) => {
    expect(worth(markup)).toBe(false);
  });

  it('is read no further than a long way, white space aside', () => {
    expect(worth(`<p>${'word '.repeat(39_990)}</p><p>backup codes</p>`)).toBe(true);
    expect(worth(`<p>${'word      '.repeat(39_990)}</p><p>backup codes</p>`)).toBe(true);
    expect(worth(`<p>${'word '.repeat(40_010)}</p><p>backup codes</p>`)).toBe(false);
  });

  it('is worth it for what stands in a box that is only read', () => {
    expect(worth('<input readonly value="Backup code: ABCD-EFGH">')).toBe(true);
    expect(worth('<input value="Backup code: ABCD-EFGH">')).toBe(false);
  });

  it('is read where a word goes on behind something silent', () => {
    expect(worth('<p>Your back<style></style>up codes</p>')).toBe(true);
  });

  it('is read however deep its elements stand', () => {
    let deep: Element = document.body.appendChild(document.createElement('div'));
    for (let level = 0; level < 5_000; level += 1) deep = deep.appendChild(document.createElement('div'));
    deep.innerHTML = '<script>0;</script><p>Backup codes</p>';
    // happy-dom takes a minute to look through all that is deeper, once for each level; there is a script below each.
    const looks = vi.spyOn(Element.prototype, 'querySelector').mockReturnValue(deep.querySelector('script'));
    expect(isWorthReading([document])).toBe(true);
    looks.mockRestore();
  });

  it('is worth it for a shadow tree too', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Your backup codes</p>';
    expect(isWorthReading([document])).toBe(false);
    expect(isWorthReading([document, root])).toBe(true);
  });

  it('whose form has boxes called like its own properties is read', () => {
    expect(worth('<form><input name="matches"><input name="querySelector"><p>Backup codes</p></form>')).toBe(true);
    expect(worth('<form><input name="childNodes"><script>0;</script><p>Backup codes</p></form>')).toBe(true);
  });
});
