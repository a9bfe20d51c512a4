package dev.nameplate.encode;

import java.awt.image.BufferedImage;

/**
 * A base's pixels and its packed strips: what pictures that differ from it are made of. The pixels
 * take a lot of memory and are soon painted again; the strips take little and long to pack. So one
 * may be kept without the other, as long as they are of the same base.
 *
 * @param picture never written to
 */
public record EncodedBackground(BufferedImage picture, StripStore strips) {}
