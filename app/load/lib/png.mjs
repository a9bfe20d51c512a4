// Whether bytes are a whole PNG picture.
import { inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Whether the chunks follow one another to IEND and the pixels' stream unpacks to the size that IHDR states. */
export function isPicture(bytes) {
  if (bytes.length < 57 || bytes.subarray(0, 8).toString('hex') !== SIGNATURE) {
    return false;
  }
  const packed = [];
  let type = '';
  for (let at = 8; at + 12 <= bytes.length && type !== 'IEND'; ) {
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') {
      packed.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += 12 + length;
  }
  return type === 'IEND' && unpackedLength(packed) === statedLength(bytes);
}

function statedLength(bytes) {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const bitsPerPixel = bytes[24] * SAMPLES[bytes[25]];
  return height * (1 + Math.ceil((width * bitsPerPixel) / 8));
}

function unpackedLength(packed) {
  try {
    return inflateSync(Buffer.concat(packed)).length;
  } catch {
    return -1;
  }
}
