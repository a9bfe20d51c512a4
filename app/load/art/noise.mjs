// Value noise from an integer hash: the same on every machine.

/** A number in [0, 1) that depends on a place and a seed alone. */
export function hash(x, y, seed) {
  let mixed = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483589);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  mixed ^= mixed >>> 16;
  return (mixed >>> 0) / 4294967296;
}

function smooth(share) {
  return share * share * (3 - 2 * share);
}

function valueNoise(x, y, seed) {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const across = smooth(x - column);
  const down = smooth(y - row);
  const topLeft = hash(column, row, seed);
  const topRight = hash(column + 1, row, seed);
  const bottomLeft = hash(column, row + 1, seed);
  const bottomRight = hash(column + 1, row + 1, seed);
  const top = topLeft + (topRight - topLeft) * across;
  const bottom = bottomLeft + (bottomRight - bottomLeft) * across;
  return top * (1 - down) + bottom * down;
}

/** Octaves of noise, each of about twice the frequency of the one before, in [0, 1). */
export function clouds(x, y, seed, octaves, gain = 0.5) {
  let sum = 0;
  let weight = 1;
  let weights = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * valueNoise(x, y, seed + octave);
    weights += weight;
    weight *= gain;
    x *= 2.03;
    y *= 2.03;
  }
  return sum / weights;
}

/** A colour between two. */
export function blend(from, to, share) {
  return from.map((value, channel) => value + (to[channel] - value) * share);
}

export function toByte(value) {
  return Math.min(255, Math.max(0, Math.trunc(value)));
}
