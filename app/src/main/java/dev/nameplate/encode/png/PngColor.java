package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;

/** How a PNG writes its pixels, at eight bits a sample (PNG 3rd edition, table 11.1). */
sealed interface PngColor {
  /** The number in IHDR. */
  int type();

  int bytesPerPixel();

  /** Whether the file has a pixel's own samples, so that packing their differences is the same. */
  boolean keepsSamples();

  /**
   * Takes over pixels, each as its bytes in the file, unfiltered, the first in the lowest eight
   * bits of an int.
   *
   * @param pixels as {@code argb}, or {@code rgb} with anything above it
   * @param span the pixels to take
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
    public boolean keepsSamples() {
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
    public boolean keepsSamples() {
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
    public boolean keepsSamples() {
      return false;
    }

    @Override
    public void pack(int[] pixels, Span span, int[] out, int to) {
      palette.read(pixels, span, out, to);
    }
  }

  /** Red, green and blue, with alpha where the picture's type has it. */
  static PngColor trueColour(boolean alpha) {
    return alpha ? new Translucent() : new Opaque();
  }
}
