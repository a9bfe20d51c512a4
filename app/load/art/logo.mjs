// A rounded square with a ring and a bar, its alpha averaged over 4 × 4 samples a pixel.
import { blend, toByte } from './noise.mjs';

const SAMPLES = 4;

/** Packed RGBA rows of a square. */
export function logo(side) {
  const pixels = Buffer.alloc(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      pixels.set(pixel(x, y, side), (y * side + x) * 4);
    }
  }
  return pixels;
}

function pixel(x, y, side) {
  let inside = 0;
  const sum = [0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const across = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const down = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    if (isInside(across, down, side)) {
      inside++;
      colourAt(across, down, side).forEach((value, channel) => (sum[channel] += value));
    }
  }
  if (inside === 0) {
    return [0, 0, 0, 0];
  }
  return [...sum.map(value => toByte(value / inside)), toByte((inside / SAMPLES ** 2) * 255)];
}

function isInside(x, y, side) {
  const radius = side * 0.22;
  const across = Math.max(radius - x, x - (side - radius), 0);
  const down = Math.max(radius - y, y - (side - radius), 0);
  return across * across + down * down <= radius * radius;
}

function colourAt(x, y, side) {
  const middle = side * 0.5;
  if (x > middle && x < side * 0.84 && Math.abs(y - middle) < side * 0.07) {
    return [79, 70, 229];
  }
  const distance = Math.hypot(x - middle, y - middle);
  if (distance > side * 0.2 && distance < side * 0.34) {
    return blend([236, 72, 153], [79, 70, 229], x / side);
  }
  return blend([255, 255, 255], [226, 232, 255], y / side);
}
