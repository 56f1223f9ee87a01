import { existsSync, readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { requireChromium } from '../support/browsers.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Ends a measurement that cannot begin: one sentence, exit 1. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Reads the command line's options and its paths; without a path, or with an unknown option, the usage is the answer. */
export function readCommand<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  const parsed = (() => {
    try {
      return parseArgs({ allowPositionals: true, options });
    } catch (error) {
      return refuse(`${messageOf(error)}\n${usage}`);
    }
  })();
  const path = parsed.positionals[0] ?? refuse(usage);
  return { values: parsed.values, path, paths: parsed.positionals };
}

const readJson = (file: string, usage: string): unknown => {
  if (!existsSync(file)) return refuse(`There is no ${file}.\n${usage}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`${file} is not a JSON file that can be read (${messageOf(error)}).\n${usage}`);
  }
};

/**
 * Reads a JSON file that holds a list of cases.
 * @param fields what every case has, so that a wrong file is told from a bad result
 */
export function readCases<T extends object>(file: string, fields: readonly (keyof T & string)[], usage: string): T[] {
  return checkCases<T>(readJson(file, usage), file, fields, usage);
}

/** Reads the cases that a JSON file holds under one of its keys, as `readCases` does. */
export function readRecordOfCases<T extends object>(
  file: string,
  key: string,
  fields: readonly (keyof T & string)[],
  usage: string,
): T[] {
  const record = readJson(file, usage);
  const list = typeof record === 'object' && record !== null ? Reflect.get(record, key) : null;
  return checkCases<T>(list, file, fields, usage);
}

function checkCases<T extends object>(
  list: unknown,
  file: string,
  fields: readonly (keyof T & string)[],
  usage: string,
): T[] {
  if (!Array.isArray(list)) return refuse(`${file} holds no list.\n${usage}`);
  for (const [at, one] of list.entries()) {
    const missing = fields.find((field) => typeof one !== 'object' || one === null || !(field in one));
    if (missing !== undefined) return refuse(`Case ${at + 1} of ${file} has no "${missing}".\n${usage}`);
  }
  return list;
}

/** Ends a measurement in a browser where there is none. */
export function needChromium(): void {
  try {
    requireChromium();
  } catch (error) {
    refuse(messageOf(error));
  }
}
