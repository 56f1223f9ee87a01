import { writeFileSync } from 'node:fs';
import { attackMatrixPage } from './attacks/page.ts';

writeFileSync(new URL('../docs/attack-matrix.md', import.meta.url), attackMatrixPage());
