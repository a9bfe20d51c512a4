package dev.nameplate.serve.fault;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.template.Format;

/** Draws a picture that explains a fault in words. */
@FunctionalInterface
public interface FaultPainter {
  /**
   * Draws a small picture on the calling thread, encoded in a format that is available on this
   * machine.
   *
   * @param title what is wrong, in a few words
   * @param detail what was requested, what is allowed and where it is documented; a blank draws the
   *     title alone
   */
  EncodedPicture paint(String title, String detail, Format format);
}
