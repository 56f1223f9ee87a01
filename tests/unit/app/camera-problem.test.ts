import { expect, it } from 'vitest';
import { cameraProblem } from '../../../lib/app/camera-problem.ts';

// The names are those of Media Capture and Streams §10.2.
it.each([
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'unavailable'],
  ['toString', 'unavailable'],
])('a camera that fails with %s is told as “%s”', (name, problem) => {
  expect(cameraProblem(new DOMException('in words that change', name))).toBe(problem);
});

it('is unavailable where a browser throws something else', () => {
  for (const thrown of ['NotFoundError', null, undefined, {}]) expect(cameraProblem(thrown)).toBe('unavailable');
});
