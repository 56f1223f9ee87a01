import { describe } from 'vitest';
import { enrolsByEach, variants } from '../../support/e2e/enrols-by-each.ts';

describe('in firefox', () => {
  enrolsByEach(
    'firefox',
    variants.filter(({ qr }) => qr !== 'cross-origin'),
  );
});
