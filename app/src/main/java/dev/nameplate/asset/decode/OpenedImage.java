package dev.nameplate.asset.decode;

/**
 * An image file whose metadata was parsed.
 *
 * @param metadata its size, orientation and profile
 * @param pixels decodes its pixels
 */
record OpenedImage(ImageMetadata metadata, PixelReader pixels) {}
