// Figures of a list of numbers.

function sorted(numbers) {
  return [...numbers].sort((left, right) => left - right);
}

/** The value that a share of the numbers lie below. */
export function percentile(numbers, share) {
  const ordered = sorted(numbers);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
}

/** The middle; NaN of none. */
export function median(numbers) {
  const ordered = sorted(numbers);
  const middle = ordered.length / 2;
  return ordered.length % 2 ? ordered[Math.floor(middle)] : (ordered[middle - 1] + ordered[middle]) / 2;
}
