import type { Bytes } from '../otp/parameters.ts';
import { fromBase64 } from './base64.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether `value` is a JSON object; arrays are not. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the object's own keys are exactly `keys`, in any order. */
export function hasExactly(record: Record<string, unknown>, keys: readonly string[]): boolean {
  const own = Object.keys(record);
  return own.length === keys.length && keys.every((key) => Object.hasOwn(record, key));
}

/** An integer within `least`..`most`, both included. */
export function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= least && value <= most;
}

// ECMA-262 §21.4.1.1: no later time can be written as a date, and whatever shows one would end by it.
const LAST_UNIX_MS = 8.64e15;

/** Whether `value` is a time in Unix milliseconds that a date can show. */
export const isUnixMs = (value: unknown): value is number => isWhole(value, 0, LAST_UNIX_MS);

/** Bytes of a base64 value whose decoded length is within `least`..`most`; otherwise `null`. */
export function bytesOf(value: unknown, least: number, most: number): Bytes | null {
  if (typeof value !== 'string' || value.length > Math.ceil(most / 3) * 4) return null;
  const bytes = fromBase64(value);
  return bytes !== null && bytes.length >= least && bytes.length <= most ? bytes : null;
}

/** Whether `value` is base64 of exactly so many bytes. */
export const isBase64Of = (value: unknown, length: number): value is string => bytesOf(value, length, length) !== null;

/** The value of JSON in strict UTF-8, or `undefined` (which JSON cannot express) when it is neither. */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The value of a JSON text, or `undefined` when it is not one. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
