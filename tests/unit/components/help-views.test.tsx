import { afterEach, expect, it, vi } from 'vitest';
import { HelpLine } from '../../../components/help-line.tsx';
import { HelpTopics } from '../../../components/help-topics.tsx';
import type { HelpStepView } from '../../../components/view-models.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const SETTINGS = 'https://portal.example/user/security';
const line = (step: HelpStepView, securityPage: string | null = null, onSecurityPage = () => {}) =>
  show(<HelpLine step={step} securityPage={securityPage} busy={false} onSecurityPage={onSecurityPage} />);

it('the line names the step and what to press next', () => {
  const root = line('challenge', SETTINGS);
  expect(root.textContent).toBe(`${t('helpStep')} ${t('stepChallenge')} ${t('helpNext')} ${t('nextChallenge')}`);
});

it('the line claims nothing while the page is looked at, and keeps its place', () => {
  const root = line('looking', SETTINGS);
  expect(root.querySelector('.help-line')?.textContent).toBe('');
});

it.each([
  ['none', t('nextNoneThere', [t('helpSecurity')])],
  ['ended', t('nextEndedThere', [t('helpSecurity')])],
  ['in-force', t('nextInForceThere', [t('helpSecurity')])],
] as const)('the line opens the security settings that the page leads to, at the step %s', (step, next) => {
  const onSecurityPage = vi.fn();
  const root = line(step, SETTINGS, onSecurityPage);
  expect(root.textContent).toMatch(new RegExp(`${t('helpNext')} ${next}$`));
  expect(button(t('helpSecurity')).title).toBe(SETTINGS);
  click(button(t('helpSecurity')));
  expect(onSecurityPage).toHaveBeenCalledOnce();
});

it('the line says in words where to go when the page leads nowhere, or another step is due', () => {
  expect(line('none').textContent).toContain(t('nextNone'));
  for (const step of ['challenge', 'submit', 'add', 'keep-backup'] as const)
    expect(line(step, SETTINGS).querySelector('button')).toBe(null);
});

it('the help opens with the question unfolded that was asked, and the focus on it', () => {
  const root = show(<HelpTopics unfolded="helpPhone" onBack={() => {}} />);
  const open = Array.from(root.querySelectorAll('details')).filter((one) => one.open);
  expect(open.map((one) => one.querySelector('summary')?.textContent)).toEqual([t('helpPhone')]);
  expect(document.activeElement?.textContent).toBe(t('helpPhone'));
});

it('the help answers each question behind its own heading, and leads back', () => {
  const onBack = vi.fn();
  const root = show(<HelpTopics onBack={onBack} />);
  expect(document.activeElement?.textContent).toBe(t('helpTitle'));
  const asked = Array.from(root.querySelectorAll('summary')).map((one) => one.textContent);
  expect(root.querySelector('details[open]')).toBe(null);
  expect(asked).toEqual([t('helpEnable'), t('helpDisable'), t('helpLost'), t('helpPhone'), t('helpWhere')]);
  expect(root.textContent).toContain('billing department');
  click(button(t('back')));
  expect(onBack).toHaveBeenCalledOnce();
  clear();
  show(<HelpTopics />);
  expect(() => button(t('back'))).toThrow('No button');
});
