// A landscape with the statistics of a photograph: sky, three ridges, a meadow, bokeh and film grain.
import { blend, clouds, hash, toByte } from './noise.mjs';

const RIDGE_HEIGHTS = [0.38, 0.52, 0.68];
const LIGHTS = 26;

/** Packed RGB rows. */
export function photo(width, height) {
  const pixels = Buffer.alloc(width * height * 3);
  const scene = { height, ridges: RIDGE_HEIGHTS.map((_, index) => ridge(index, width, height)), lights: lights(width, height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = lit(land(x, y, scene), x, y, scene.lights);
      const grain = (hash(x, y, 99) + hash(x, y, 100) + hash(x, y, 101) - 1.5) * 9;
      for (let channel = 0; channel < 3; channel++) {
        const speck = (hash(x, y, 110 + channel) - 0.5) * 3;
        pixels[(y * width + x) * 3 + channel] = toByte(colour[channel] + grain + speck);
      }
    }
  }
  return pixels;
}

function ridge(index, width, height) {
  const stretch = 260 - 60 * index;
  return Float64Array.from(
    { length: width },
    (_, x) => height * (RIDGE_HEIGHTS[index] + 0.32 * (clouds(x / stretch, 7 * index + 1, 11 + index * 9, 5) - 0.5)));
}

function lights(width, height) {
  return Array.from({ length: LIGHTS }, (_, index) => ({
    x: hash(index, 1, 77) * width,
    y: height * (0.55 + 0.45 * hash(index, 2, 77)),
    radius: 8 + 30 * hash(index, 3, 77),
    tone: hash(index, 4, 77),
  }));
}

function land(x, y, { height, ridges }) {
  if (y > ridges[2][x]) {
    return blend([96, 112, 44], [26, 40, 18], clouds(x / 9, y / 26, 51, 6, 0.75));
  }
  if (y > ridges[1][x]) {
    return blend([62, 84, 84], [28, 44, 40], clouds(x / 26, y / 20, 41, 6, 0.68));
  }
  if (y > ridges[0][x]) {
    const haze = blend([104, 116, 150], [150, 140, 152], ((y - ridges[0][x]) / height) * 3);
    return blend(haze, [60, 66, 92], clouds(x / 42, y / 30, 31, 6, 0.6) * 0.6);
  }
  const cover = Math.max(0, clouds(x / 220, y / 90, 3, 6, 0.55) - 0.45) * 2.2;
  const sky = blend([92, 138, 196], [246, 196, 150], (y / height) * 1.5);
  return blend(sky, [255, 244, 232], Math.min(1, cover));
}

function lit(colour, x, y, all) {
  let result = colour;
  for (const light of all) {
    const distance = Math.hypot(x - light.x, y - light.y);
    if (distance < light.radius) {
      const tone = [255, 214 - 60 * light.tone, 140 - 80 * light.tone];
      result = blend(result, tone, 0.28 * Math.min(1, (light.radius - distance) / 3));
    }
  }
  return result;
}
