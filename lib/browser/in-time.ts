/** What a promise gives, or `otherwise` where it takes longer than `ms`: a page that is busy with itself must not hold a popup up. */
export function inTime<T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), ms));
  return Promise.race([promise, late]);
}
