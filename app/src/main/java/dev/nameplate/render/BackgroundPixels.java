package dev.nameplate.render;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The pixels of a background, on the heap or in a file from which strips are read as they are
 * needed. Immutable and safe for many threads.
 */
public interface BackgroundPixels {
  /** The size in device pixels. */
  Size size();

  /** {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB}. */
  int type();

  /**
   * Copies whole strips into the same rows of an image.
   *
   * @param first strip, from 0 at the top
   * @param after the strip after the last one
   * @param target of this size, with one {@code int} for each pixel
   * @throws StoredPixelsException if the strips are stored in a file that is missing or damaged
   */
  void copyStrips(int first, int after, BufferedImage target);

  /**
   * The image, which must not be changed; empty if it is not on the heap. Strips that no picture
   * changes have arbitrary pixels unless it is {@link #isWhole whole}.
   */
  Optional<BufferedImage> image();

  /** Whether the image is on the heap and all of its strips have the background's pixels. */
  boolean isWhole();

  /** Memory that they take on the heap, in bytes. */
  long bytes();
}
