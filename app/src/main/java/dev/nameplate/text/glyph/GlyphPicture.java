package dev.nameplate.text.glyph;

/** A glyph of a colour font as its file holds it: a PNG. */
public final class GlyphPicture {
  private final String name;
  private final byte[] png;
  private final double width;
  private final double height;

  /**
   * @param name what tells it from every other picture, for caches
   * @param png owned by the picture
   * @param width in ems of its font
   */
  public GlyphPicture(String name, byte[] png, double width, double height) {
    this.name = name;
    this.png = png;
    this.width = width;
    this.height = height;
  }

  public String name() {
    return name;
  }

  /** The PNG file; a copy. */
  public byte[] png() {
    return png.clone();
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  @Override
  public String toString() {
    return "GlyphPicture[" + name + "]";
  }
}
