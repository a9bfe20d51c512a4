// A portrait of nobody: background, shoulders, hair and a face, with texture and grain.
import { blend, clouds, hash, toByte } from './noise.mjs';

/** Packed RGB rows of a square. */
export function avatar(side) {
  const pixels = Buffer.alloc(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const colour = portrait(x, y, side);
      const grain = (hash(x, y, 199) - 0.5) * 10;
      for (let channel = 0; channel < 3; channel++) {
        pixels[(y * side + x) * 3 + channel] = toByte(colour[channel] + grain);
      }
    }
  }
  return pixels;
}

function portrait(x, y, side) {
  const texture = clouds(x / 14, y / 14, 61, 5, 0.6);
  const fromMiddle = x - side / 2;
  if (Math.hypot(fromMiddle / 0.82, (y - side * 0.44) / 1.12) < side * 0.205) {
    const shade = 0.25 * texture + 0.375 * (Math.abs(fromMiddle) / (side * 0.2));
    return blend([226, 178, 148], [188, 132, 104], shade);
  }
  if (Math.hypot(fromMiddle / 1.25, y - side * 1.08) < side * 0.36) {
    return blend([44, 62, 120], [30, 40, 88], texture);
  }
  if (Math.hypot(fromMiddle, (y - side * 0.38) / 1.1) < side * 0.235) {
    return blend([70, 42, 26], [30, 18, 12], texture);
  }
  return blend([70, 130, 140], [180, 200, 190], clouds(x / 70, y / 70, 5, 5));
}
