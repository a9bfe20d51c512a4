/** Makes pictures fit to be sent: what is too large or of another kind is drawn anew, as PNG or JPEG by what is smaller. */

const TAKEN = new Set(['image/png', 'image/jpeg']);
const QUALITY = 0.88;

/** Width and height that are sharp at the largest scale of a picture of this size. */
export function enough(image, doc, side) {
  const share = Math.max((2 * doc.width) / image.width, (2 * doc.height) / image.height);
  const scale = Math.min(1, share, side / Math.max(image.width, image.height));
  return { width: Math.max(1, Math.round(image.width * scale)), height: Math.max(1, Math.round(image.height * scale)) };
}

/**
 * Looks at a file: {blob} to be sent as it is, {image, to, why} where it is offered smaller, or {refused} with a
 * sentence.
 */
export async function looked(file, doc, limits) {
  if (/svg/.test(file.type) || /\.svg$/i.test(file.name))
    return { refused: `“${file.name}” is an SVG, which may hold script: export it as a PNG, twice as large as it is drawn.` };
  if (!TAKEN.has(file.type) && !/^image\//.test(file.type))
    return { refused: `“${file.name}” is no picture; PNG and JPEG are taken.` };
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) {
    return file.size > limits.assetBytes
      ? { refused: `“${file.name}” cannot be read as a picture here: it is damaged, or too large.` }
      : { blob: file };
  }
  const to = enough(image, doc, limits.assetSide);
  const large = image.width > limits.assetSide || image.height > limits.assetSide || file.size > limits.assetBytes;
  if (!large && TAKEN.has(file.type)) return { blob: file };
  const said = `“${file.name}” is ${image.width} × ${image.height} pixels and ${(file.size / 1e6).toFixed(1)} MB`;
  return { image, to, why: large ? said : `“${file.name}” is neither PNG nor JPEG` };
}

/** A picture at a size, as the smaller of PNG and JPEG; what is transparent stays PNG. */
export async function redrawn(image, { width, height }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  let opaque = true;
  for (let at = 3; opaque && at < data.length; at += 4) opaque = data[at] === 255;
  const png = await canvas.convertToBlob({ type: 'image/png' });
  if (!opaque) return png;
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return jpeg.size < png.size ? jpeg : png;
}

/** A blob in base64. */
export async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}
