import { afterEach, describe, expect, it, vi } from 'vitest';
import { FoundCard } from '../../../components/found-card.tsx';
import { LookAlike } from '../../../components/look-alike.tsx';
import type { FoundView, LookAlikeView } from '../../../components/view-models.ts';
import { alike, button, clear, click, found, show, t } from './support.tsx';

afterEach(clear);

const warning = (change: Partial<LookAlikeView> = {}) =>
  show(<LookAlike lookAlike={{ ...alike, ...change }}>{t('lookAlikeNothing')}</LookAlike>);

describe('LookAlike', () => {
  it('says what this page is not, both names one under the other, and that nothing is filled', () => {
    const root = warning();
    expect(root.querySelector('[role=alert] p')?.textContent).toBe('This is not https://portal.example');
    expect(Array.from(root.querySelectorAll('dd bdi')).map((name) => name.textContent)).toEqual([
      'https://portal.example',
      'https://pоrtal.example',
      'https://xn--prtal-jye.example',
    ]);
    expect(root.textContent).toContain('No code is filled here.');
  });

  it.each([
    'other-scheme',
    'other-port',
    'same-domain',
    'confusable',
    'other-ending',
    'one-edit',
    'name-as-subdomain',
  ] as const)('says in words of its own how names differ: %s', (kind) => {
    const others = warning({ kind: kind === 'confusable' ? 'one-edit' : 'confusable' }).querySelectorAll('p')[1]
      ?.textContent;
    const words = warning({ kind }).querySelectorAll('p')[1]?.textContent;
    expect(words?.length).toBeGreaterThan(20);
    expect(words).not.toBe(others);
  });

  it('shows a name of the greatest length to its end, where it says whose it is', () => {
    const host = `portal.example.${Array(3).fill('a'.repeat(60)).join('.')}.${'b'.repeat(40)}.evil.test`;
    const root = warning({ here: { name: `https://${host}:65535`, ascii: null } });
    expect(root.textContent).toContain('.evil.test:65535');
  });

  it('names what cannot be seen in a name, and keeps its direction to itself', () => {
    const root = warning({ here: { name: 'https://po\u202Ertal.example', ascii: null } });
    expect(root.querySelectorAll('dd')[1]?.textContent).toBe('https://po[U+202E]rtal.example');
    expect(root.querySelectorAll('dd bdi')).toHaveLength(2);
  });
});

describe('FoundCard at a look-alike', () => {
  const card = (change: Partial<FoundView> = {}) => {
    const act = { onAdd: vi.fn(), onReplace: vi.fn(), onKeepBoth: vi.fn(), onUseExisting: vi.fn() };
    const site = alike.here.ascii ?? '';
    const root = show(
      <FoundCard found={{ ...found, ...change }} site={site} busy={false} lookAlike={alike} {...act} />,
    );
    return { act, root };
  };

  it('warns before the button, which Enter does not press by itself', () => {
    const { act, root } = card();
    const add = button(t('foundAdd'));
    const alert = root.querySelector('[role=alert]');
    expect(alert?.textContent).toContain(t('lookAlikeAdd'));
    expect(alert === null ? 0 : alert.compareDocumentPosition(add) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(root.querySelector('[data-first-act], .primary')).toBeNull();
    click(add);
    expect(act.onAdd).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('promises nothing for an account that is here already', () => {
    expect(card({ status: 'already-here' }).root.textContent).toContain(t('lookAlikeNothing'));
  });

  it('warns of nothing anywhere else', () => {
    const root = show(
      <FoundCard
        found={found}
        site="https://a.example"
        busy={false}
        onAdd={vi.fn()}
        onReplace={vi.fn()}
        onKeepBoth={vi.fn()}
      />,
    );
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(root.querySelector('[data-first-act].primary')).not.toBeNull();
  });
});
