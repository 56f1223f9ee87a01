/** What a hook made for the tests, which is there only while they run. */
export function underWay<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('no test is under way');
  return made;
}
