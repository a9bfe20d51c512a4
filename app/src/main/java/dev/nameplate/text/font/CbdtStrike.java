package dev.nameplate.text.font;

import dev.nameplate.text.glyph.GlyphPicture;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The bitmaps of a color font (OpenType tables CBLC, the index, and CBDT, the data). Only the
 * largest strike is read, with the index formats 1 and 3 and the image formats 17 and 18 that color
 * fonts use; a glyph in another format has no picture.
 */
final class CbdtStrike {
  private static final int CBLC = 0x43424c43;
  private static final int CBDT = 0x43424454;
  private static final int HEADER = 12;
  private static final int TABLE_ENTRY = 16;
  private static final int STRIKE_ENTRY = 48;
  private static final int RANGE_ENTRY = 8;

  /** Bytes before a PNG: its small or big metrics; its length follows. */
  private static final int SMALL_METRICS = 5;

  private static final int BIG_METRICS = 8;

  private final String name;
  private final ByteBuffer file;
  private final int index;
  private final int pictures;
  private final int strike;
  private final int pixelsPerEm;

  private CbdtStrike(String name, ByteBuffer file) {
    this.name = name;
    this.file = file;
    this.index = table(CBLC);
    this.pictures = table(CBDT);
    this.strike = largest();
    this.pixelsPerEm = unsignedByte(strike + 45);
  }

  /**
   * Reads the largest strike of a font.
   *
   * @param name of the font, for the names of its pictures
   * @param file not changed afterwards
   * @throws FontException if the file has no such tables
   */
  static CbdtStrike of(String name, byte[] file) {
    try {
      return new CbdtStrike(name, ByteBuffer.wrap(file).asReadOnlyBuffer());
    } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
      throw new FontException(name + " has no color pictures that can be read", broken);
    }
  }

  /** The picture of a glyph by its index; empty if it has none. */
  Optional<GlyphPicture> picture(int glyph) {
    int ranges = index + file.getInt(strike);
    int count = file.getInt(strike + 8);
    for (int range = 0; range < count; range++) {
      int entry = ranges + RANGE_ENTRY * range;
      int first = unsigned(entry);
      if (glyph >= first && glyph <= unsigned(entry + 2)) {
        return inRange(ranges + file.getInt(entry + 4), glyph, glyph - first);
      }
    }
    return Optional.empty();
  }

  private Optional<GlyphPicture> inRange(int range, int glyph, int place) {
    int start;
    int end;
    switch (unsigned(range)) {
      case 1 -> {
        start = file.getInt(range + 8 + 4 * place);
        end = file.getInt(range + 12 + 4 * place);
      }
      case 3 -> {
        start = unsigned(range + 8 + 2 * place);
        end = unsigned(range + 10 + 2 * place);
      }
      default -> {
        return Optional.empty();
      }
    }
    int at = pictures + file.getInt(range + 4) + start;
    return end > start ? picture(unsigned(range + 2), glyph, at) : Optional.empty();
  }

  private Optional<GlyphPicture> picture(int format, int glyph, int at) {
    int metrics = format == 17 ? SMALL_METRICS : format == 18 ? BIG_METRICS : 0;
    if (metrics == 0) {
      return Optional.empty();
    }
    byte[] png = new byte[file.getInt(at + metrics)];
    file.get(at + metrics + 4, png);
    double height = (double) unsignedByte(at) / pixelsPerEm;
    double width = (double) unsignedByte(at + 1) / pixelsPerEm;
    return Optional.of(new GlyphPicture(name + "/" + glyph, png, width, height));
  }

  private int table(int tag) {
    int count = unsigned(4);
    for (int table = 0; table < count; table++) {
      int entry = HEADER + TABLE_ENTRY * table;
      if (file.getInt(entry) == tag) {
        return file.getInt(entry + 8);
      }
    }
    throw new FontException(name + " has no color pictures");
  }

  private int largest() {
    int best = index + 8;
    for (int other = 1; other < file.getInt(index + 4); other++) {
      int entry = index + 8 + STRIKE_ENTRY * other;
      best = unsignedByte(entry + 45) > unsignedByte(best + 45) ? entry : best;
    }
    return best;
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xffff;
  }

  private int unsignedByte(int at) {
    return file.get(at) & 0xff;
  }
}
