import type { DatabaseSync } from 'node:sqlite';
import { integer, integerOrNull, text } from './row.ts';

/** One line of the log that can only be added to. */
export type AuditLine = {
  readonly atMs: number;
  readonly actor: string;
  readonly act: string;
  /** The customer whom it is about; null for what the desk does for nobody in particular. */
  readonly customerId: number | null;
  readonly detail: string;
};

/** Adds a line; the table refuses changes and deletions. */
export const addAudit = (database: DatabaseSync, line: AuditLine): void => {
  database
    .prepare('INSERT INTO audit (at_ms, actor, act, customer_id, detail) VALUES (?, ?, ?, ?, ?)')
    .run(line.atMs, line.actor, line.act, line.customerId, line.detail);
};

/** A line with the address of the customer whom it is about, or an empty one. */
export type ListedAuditLine = AuditLine & { readonly email: string };

/** The newest 200 lines, newest first. */
export const listAudit = (database: DatabaseSync): ListedAuditLine[] =>
  database
    .prepare(
      "SELECT audit.*, COALESCE(email, '') AS email FROM audit LEFT JOIN customer ON customer.id = audit.customer_id ORDER BY audit.id DESC LIMIT 200",
    )
    .all()
    .map((row) => ({
      atMs: integer(row, 'at_ms'),
      actor: text(row, 'actor'),
      act: text(row, 'act'),
      customerId: integerOrNull(row, 'customer_id'),
      detail: text(row, 'detail'),
      email: text(row, 'email'),
    }));
