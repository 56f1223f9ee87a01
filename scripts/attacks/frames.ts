import type { AttackRow } from './attack-row.ts';

export const rows: readonly AttackRow[] = [];
