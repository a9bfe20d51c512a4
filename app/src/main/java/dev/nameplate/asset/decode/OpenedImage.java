package dev.nameplate.asset.decode;

/**
 * A picture file whose outline was read.
 *
 * @param metadata what it says of itself
 * @param pixels decodes it
 */
record OpenedImage(ImageMetadata metadata, PixelReader pixels) {}
