package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.geometry.Box;
import dev.nameplate.text.glyph.GlyphPicture;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.glyph.InlineImage;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.util.Lazy;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A font whose glyphs are bitmaps (OpenType CBDT). The JDK cannot draw them, but its shaper finds
 * the glyph of an emoji sequence (UTS 51), whose picture is looked up here. Safe for threads.
 *
 * <p>Pictures are one em high and vertically centered on the baseline.
 */
public final class ColorFace implements Face {
  /** Memory for the PNG files of pictures, in bytes. */
  private static final int MAX_BYTES = 4 << 20;

  /** An entry of the cache with its key and without its file. */
  private static final int BYTES_OF_ENTRY = 128;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** The space at each side of a picture, in ems. */
  private static final double SIDE = 0.03;

  /** The flag of XX, a code that ISO 3166 never assigns. */
  private static final String NO_FLAG = "\ud83c\uddfd\ud83c\uddfd";

  /** A font and its pictures, from the same bytes. */
  record File(Font font, CbdtStrike strike) {}

  private final int weight;
  private final Lazy<File> file;
  private final Map<Integer, Optional<GlyphPicture>> pictures =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher(
              (Integer code, Optional<GlyphPicture> picture) ->
                  BYTES_OF_ENTRY + picture.map(GlyphPicture::bytes).orElse(0))
          .build()
          .asMap();
  private final Lazy<List<GlyphPicture>> unknownFlag = new Lazy<>(() -> pictures(NO_FLAG));

  /**
   * @param weight 100 to 900
   * @param file read when the face is first used
   */
  ColorFace(int weight, Supplier<File> file) {
    this.weight = weight;
    this.file = new Lazy<>(file);
  }

  @Override
  public void load() {
    var unused = file.get();
  }

  @Override
  public int weight() {
    return weight;
  }

  /**
   * A flag is covered only if it is a valid emoji (RGI, UTS 51) and differs from the font's picture
   * for unknown flags.
   */
  @Override
  public boolean covers(String cluster) {
    List<GlyphPicture> pictures = pictures(cluster);
    boolean flag =
        UCharacter.hasBinaryProperty(cluster.codePointAt(0), UProperty.REGIONAL_INDICATOR);
    if (flag) {
      return UCharacter.hasBinaryProperty(cluster, UProperty.RGI_EMOJI)
          && !pictures.isEmpty()
          && !pictures.equals(unknownFlag.get());
    }
    return !pictures.isEmpty();
  }

  @Override
  public ShapedText shape(String text, Shaping shaping) {
    List<InlineImage> images = new ArrayList<>();
    double pen = 0;
    for (GlyphPicture picture : inVisualOrder(text, shaping.rightToLeft())) {
      double width = picture.width() / picture.height();
      images.add(new InlineImage(picture, new Box(pen + SIDE, -0.5, width, 1)));
      pen += width + 2 * SIDE + shaping.letterSpacing();
    }
    return new ShapedText(new GlyphRun(new Path2D.Float(), false, List.of()), images, pen);
  }

  @Override
  public double advance(String text, Shaping shaping) {
    return shape(text, shaping).advance();
  }

  private List<GlyphPicture> inVisualOrder(String text, boolean rightToLeft) {
    List<GlyphPicture> all = new ArrayList<>();
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      all.addAll(rightToLeft ? 0 : all.size(), pictures(text.substring(start, end)));
      start = end;
    }
    return all;
  }

  /** The pictures of a cluster; empty if a visible part of it has none. */
  private List<GlyphPicture> pictures(String cluster) {
    char[] chars = cluster.toCharArray();
    Font font = file.get().font();
    GlyphVector vector =
        font.layoutGlyphVector(CONTEXT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
    List<GlyphPicture> found = new ArrayList<>();
    for (int glyph = 0; glyph < vector.getNumGlyphs(); glyph++) {
      Optional<GlyphPicture> picture = picture(vector.getGlyphCode(glyph));
      if (picture.isEmpty() && shows(cluster.codePointAt(vector.getGlyphCharIndex(glyph)))) {
        return List.of();
      }
      picture.ifPresent(found::add);
    }
    return found;
  }

  private Optional<GlyphPicture> picture(int glyph) {
    return pictures.computeIfAbsent(glyph, file.get().strike()::picture);
  }

  private static boolean shows(int codePoint) {
    return !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
