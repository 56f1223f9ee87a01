/** Stands for fastest-levenshtein, which @zxcvbn-ts/core asks only where `useLevenshteinDistance` is on; `lib/strength` leaves it off. */
export function distance(): never {
  throw new Error('the estimator counts no typing errors here');
}
