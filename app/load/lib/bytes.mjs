// Tables and goals of the files' bytes.
import { median } from './statistics.mjs';
import { shown, table } from './tables.mjs';

const against = (line, other) => line.png / line[other];

/** PNG and JPEG of each template beside the general encoders. */
export function bytesTable(lines) {
  const rows = lines.map(line => [
    line.id,
    line.kind,
    line.png.toLocaleString('en'),
    shown(against(line, 'six')),
    shown(against(line, 'nine')),
    shown(against(line, 'magick')),
    line.jpeg ? line.jpeg.toLocaleString('en') : '–',
    line.cjpeg ? shown(line.jpeg / line.cjpeg) : '–',
  ]);
  return table(['template at 2x', '', 'PNG', '/ zlib 6', '/ zlib 9', '/ ImageMagick', 'JPEG', '/ cjpeg'], rows);
}

/** What the goals are about; undefined where nothing was measured. */
export function bytesRatios(lines) {
  if (!lines?.length) {
    return {};
  }
  const six = lines.map(line => against(line, 'six'));
  return {
    most: Math.max(...six),
    middle: median(six),
    magick: Math.max(...lines.map(line => against(line, 'magick'))),
    jpeg: Math.max(...lines.filter(line => line.cjpeg).map(line => line.jpeg / line.cjpeg)),
  };
}
