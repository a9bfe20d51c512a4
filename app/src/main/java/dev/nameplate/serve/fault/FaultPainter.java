package dev.nameplate.serve.fault;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.template.Format;

/** Draws a picture that says in words what is wrong. */
@FunctionalInterface
public interface FaultPainter {
  /**
   * A small finished picture.
   *
   * @param title what is wrong, in a few words
   * @param detail what was asked, what is allowed and where it is documented
   */
  EncodedPicture paint(String title, String detail, Format format);
}
