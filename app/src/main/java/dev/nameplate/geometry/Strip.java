package dev.nameplate.geometry;

/**
 * The strips that pictures are painted and encoded in: strip {@code n} holds the rows from {@code n
 * × ROWS} on, the last one what is left. A strip is the smallest part of a picture that is painted
 * or encoded separately.
 */
public final class Strip {
  /** Device rows of a strip: one row of JPEG's MCUs under 4:2:0 subsampling (ITU-T T.81, A.1). */
  public static final int ROWS = 16;

  private Strip() {}
}
