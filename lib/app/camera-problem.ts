/** Why there is no camera: none is there, it was refused, it did not start, or this browser gives pages none. */
export type CameraProblem = 'none' | 'refused' | 'busy' | 'unavailable';

// Media Capture and Streams §10.2 (getUserMedia), and what the browsers give beside it.
const problems: Readonly<Record<string, CameraProblem>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** The problem that an error of `getUserMedia` stands for, by its name; `unavailable` for anything unknown. */
export const cameraProblem = (error: unknown): CameraProblem =>
  Object.hasOwn(problems, nameOf(error)) ? (problems[nameOf(error)] ?? 'unavailable') : 'unavailable';
