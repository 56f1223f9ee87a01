import { afterEach, expect, it } from 'vitest';
import { InSteps } from '../../../components/in-steps.tsx';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

it('draws a thousand rows of a long list, and a thousand more at each press, until all are there', () => {
  const rows = Array.from({ length: 2_450 }, (_, index) => index);
  const root = show(<InSteps rows={rows} draw={(row) => <li key={row}>{row}</li>} />);
  const drawn = () => root.querySelectorAll('li').length;
  expect(drawn()).toBe(1_000);
  click(button(t('codeMore')));
  expect(drawn()).toBe(2_000);
  click(button(t('codeMore')));
  expect(drawn()).toBe(2_450);
  expect(root.querySelector('button')).toBeNull();
});
