package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;

/** A PNG color type, with eight bits for each sample (PNG 3rd edition, table 11.1). */
sealed interface PngColor {
  /** The color type in IHDR: 2, 3 or 6. */
  int type();

  /** Bytes of a pixel, 1 to 4. */
  int bytesPerPixel();

  /** Whether a pixel is stored as its samples, so that differences can be taken before packing. */
  boolean isTrueColor();

  /**
   * Converts pixels to their unfiltered bytes in the file, those of a pixel in one int, the first
   * in the lowest eight bits.
   *
   * @param pixels as {@code argb}, or {@code rgb} with arbitrary bits above it
   * @param span the pixels to convert
   * @param out receives one int for each pixel
   * @param to index of the first int written
   */
  void pack(int[] pixels, Span span, int[] out, int to);

  /** Red, green, blue. */
  record Opaque() implements PngColor {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public int bytesPerPixel() {
      return 3;
    }

    @Override
    public boolean isTrueColor() {
      return true;
    }

    @Override
    public void pack(int[] pixels, Span span, int[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        int rgb = pixels[from + i];
        out[to + i] = (rgb >>> 16 & 0xff) | (rgb & 0xff00) | (rgb & 0xff) << 16;
      }
    }
  }

  /** Red, green, blue and straight alpha. */
  record Translucent() implements PngColor {
    @Override
    public int type() {
      return 6;
    }

    @Override
    public int bytesPerPixel() {
      return 4;
    }

    @Override
    public boolean isTrueColor() {
      return true;
    }

    @Override
    public void pack(int[] pixels, Span span, int[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        int argb = pixels[from + i];
        out[to + i] = (argb >>> 16 & 0xff) | (argb & 0xff00ff00) | (argb & 0xff) << 16;
      }
    }
  }

  /** An index into a palette. */
  record Indexed(Palette palette) implements PngColor {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public int bytesPerPixel() {
      return 1;
    }

    @Override
    public boolean isTrueColor() {
      return false;
    }

    @Override
    public void pack(int[] pixels, Span span, int[] out, int to) {
      palette.read(pixels, span, out, to);
    }
  }

  /** Truecolor, with alpha or without. */
  static PngColor trueColor(boolean alpha) {
    return alpha ? new Translucent() : new Opaque();
  }
}
