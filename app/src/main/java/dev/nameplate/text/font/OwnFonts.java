package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.template.font.TemplateFont;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.util.Sha256;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Templates' own fonts. They are read when a text is first set in them and given up where none has
 * been for a while, or others need the memory. Safe for threads.
 */
final class OwnFonts {
  /** What the files of own fonts in use may have together, in bytes. */
  private static final long CACHE_BYTES = 48L << 20;

  /** After so long without a text the fonts of a template are given up. */
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private static final int VERDICTS = 1024;

  private final Cache<TemplateFonts, FontLibrary> libraries =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((TemplateFonts fonts, FontLibrary library) -> bytes(fonts))
          .expireAfterAccess(UNUSED)
          .build();
  private final Cache<String, Optional<String>> objections =
      Caffeine.newBuilder().maximumSize(VERDICTS).build();

  private static int bytes(TemplateFonts fonts) {
    long sum = fonts.list().stream().mapToLong(TemplateFont::bytes).sum();
    return (int) Math.min(Integer.MAX_VALUE, sum + (64 << 10));
  }

  /** The library with a template's fonts, made at the first call. */
  FontLibrary library(TemplateFonts fonts, Function<TemplateFonts, FontLibrary> maker) {
    return libraries.get(fonts, maker);
  }

  /** The families of a template's fonts. */
  static List<FontFamily> families(TemplateFonts fonts) {
    Map<String, List<Face>> faces = new LinkedHashMap<>();
    fonts.list().stream()
        .sorted(Comparator.comparingInt(TemplateFont::weight))
        .forEach(
            font ->
                faces
                    .computeIfAbsent(font.family(), absent -> new ArrayList<>())
                    .add(new OutlineFace(font.weight(), 0, source(font))));
    List<FontFamily> families = new ArrayList<>();
    faces.forEach(
        (name, each) -> families.add(new FontFamily(name, new FontMetricsHint(0, 0), each, true)));
    return families;
  }

  private static FontFile source(TemplateFont font) {
    return new FontFile(() -> checked(font), bytes -> made(font, bytes));
  }

  /** The bytes of a file as they were when its template was read. */
  private static byte[] checked(TemplateFont font) {
    byte[] bytes;
    try {
      bytes = font.file().get();
    } catch (UncheckedIOException gone) {
      throw new FontException(font.path() + " cannot be read", gone);
    }
    if (!Sha256.hex(bytes).equals(font.digest())) {
      throw new FontException(font.path() + " has changed since its template was read");
    }
    return bytes;
  }

  private static Font made(TemplateFont font, byte[] bytes) {
    FontPlatform.prepare();
    try {
      return FontPlatform.fonts(bytes).get(0);
    } catch (IOException | FontFormatException unusable) {
      throw new FontException(font.path() + " is no usable font", unusable);
    }
  }

  /**
   * What a font is that text cannot be set in, to follow "is": {@code a font without …}; empty
   * where it can. Each file is looked at once.
   */
  Optional<String> objection(TemplateFont font) {
    try {
      byte[] bytes = checked(font);
      return objections.get(font.digest(), absent -> judged(font, bytes));
    } catch (FontException changed) {
      return Optional.of("a font that changes while it is read");
    }
  }

  private static Optional<String> judged(TemplateFont font, byte[] bytes) {
    try {
      FontFile file = new FontFile(bytes::clone, each -> made(font, each));
      OutlineFace face = new OutlineFace(font.weight(), 0, file);
      return IntStream.range('!', 0xd800).anyMatch(letter -> draws(face, letter))
          ? Optional.empty()
          : Optional.of("a font without glyphs");
    } catch (FontException | BufferUnderflowException | IndexOutOfBoundsException broken) {
      return Optional.of("a font that cannot be drawn");
    }
  }

  private static boolean draws(OutlineFace face, int letter) {
    return face.covers(letter)
        && !face.shape(Character.toString(letter), Face.Shaping.PLAIN)
            .outline()
            .getBounds2D()
            .isEmpty();
  }
}
