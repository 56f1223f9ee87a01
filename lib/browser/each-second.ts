/**
 * Tells the time at once, and at each full second.
 * @returns ends it
 */
export function eachSecond(nowUnixMs: () => number, tell: (now: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    const at = nowUnixMs();
    tell(at);
    timer = setTimeout(next, 1_000 - (at % 1_000));
  };
  next();
  return () => clearTimeout(timer);
}
