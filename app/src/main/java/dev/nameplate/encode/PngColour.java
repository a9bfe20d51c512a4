package dev.nameplate.encode;

/** How a PNG writes its pixels, at eight bits a sample (PNG 3rd edition, table 11.1). */
sealed interface PngColour {
  /** The number in IHDR. */
  int type();

  int bytesPerPixel();

  /**
   * Writes pixels' bytes, unfiltered.
   *
   * @param pixels as {@code argb}, or {@code rgb} with anything above it
   * @param span the pixels to write
   */
  void read(int[] pixels, Span span, byte[] out, int to);

  /** Red, green, blue. */
  record Opaque() implements PngColour {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public int bytesPerPixel() {
      return 3;
    }

    @Override
    public void read(int[] pixels, Span span, byte[] out, int to) {
      Pixels.readRgb(pixels, span, out, to);
    }
  }

  /** Red, green, blue and straight alpha. */
  record Translucent() implements PngColour {
    @Override
    public int type() {
      return 6;
    }

    @Override
    public int bytesPerPixel() {
      return 4;
    }

    @Override
    public void read(int[] pixels, Span span, byte[] out, int to) {
      int o = to;
      for (int i = span.from(); i < span.to(); i++, o += 4) {
        int argb = pixels[i];
        out[o] = (byte) (argb >> 16);
        out[o + 1] = (byte) (argb >> 8);
        out[o + 2] = (byte) argb;
        out[o + 3] = (byte) (argb >>> 24);
      }
    }
  }

  /** An index into a palette. */
  record Indexed(Palette palette) implements PngColour {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public int bytesPerPixel() {
      return 1;
    }

    @Override
    public void read(int[] pixels, Span span, byte[] out, int to) {
      palette.read(pixels, span, out, to);
    }
  }

  /** Red, green and blue, with alpha where the picture's type has it. */
  static PngColour trueColour(boolean alpha) {
    return alpha ? new Translucent() : new Opaque();
  }
}
