import { writeFileSync } from 'node:fs';
import { formatsPage } from './formats/page.ts';

writeFileSync(new URL('../docs/other-apps.md', import.meta.url), formatsPage());
