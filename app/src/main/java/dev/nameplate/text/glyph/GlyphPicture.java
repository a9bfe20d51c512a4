package dev.nameplate.text.glyph;

/** A glyph of a color font: the PNG that the font file holds for it. */
public final class GlyphPicture {
  private final String name;
  private final byte[] png;
  private final double width;
  private final double height;

  /**
   * @param name unique among all glyph pictures, for caches
   * @param png the file; owned by this object from now on
   * @param width in ems of its font
   * @param height in ems of its font
   */
  public GlyphPicture(String name, byte[] png, double width, double height) {
    this.name = name;
    this.png = png;
    this.width = width;
    this.height = height;
  }

  /** Returns a name that is unique among all glyph pictures: the font and the glyph's index. */
  public String name() {
    return name;
  }

  /** Returns the PNG file, as a new copy. */
  public byte[] png() {
    return png.clone();
  }

  /** Returns the length of its PNG file in bytes. */
  public int bytes() {
    return png.length;
  }

  /** Returns its width in ems of its font. */
  public double width() {
    return width;
  }

  /** Returns its height in ems of its font. */
  public double height() {
    return height;
  }

  /** Has the name, not the bytes. */
  @Override
  public String toString() {
    return "GlyphPicture[" + name + "]";
  }
}
