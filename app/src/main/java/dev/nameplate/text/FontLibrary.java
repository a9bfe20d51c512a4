package dev.nameplate.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.GlyphCoverage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fonts of one folder, and no others: families with their weights, and the order in which they
 * stand in for each other.
 */
public final class FontLibrary implements GlyphCoverage {
  private final Map<String, List<Face>> families;
  private final List<String> fallback;
  private final String digest;

  FontLibrary(Map<String, List<Face>> families, List<String> fallback, String digest) {
    this.families = Map.copyOf(families);
    this.fallback = List.copyOf(fallback);
    this.digest = digest;
  }

  /**
   * Reads {@code fonts.json} and every font it names.
   *
   * @throws FontException where a file is missing, altered or no font
   */
  public static FontLibrary load(Path folder) {
    FontLibrary fonts = open(folder);
    fonts.complete();
    return fonts;
  }

  /**
   * Reads {@code fonts.json}; a font is read when it is first asked for.
   *
   * @throws FontException where the index is missing or wrong
   */
  public static FontLibrary open(Path folder) {
    return new FontFolder(folder).open();
  }

  /**
   * Reads what has not been read yet. Several threads may do so together.
   *
   * @throws FontException where a file is missing, altered or no font
   */
  public void complete() {
    families.values().forEach(faces -> faces.forEach(Face::load));
  }

  /** SHA-256 in hex over every font's own digest and the order of fallback. */
  public String digest() {
    return digest;
  }

  /** The names of the families, for messages. */
  public Set<String> families() {
    return families.keySet();
  }

  /** The weights of a family in ascending order; empty where there is no such family. */
  public List<Integer> weights(String family) {
    return families.getOrDefault(family, List.of()).stream().map(Face::weight).toList();
  }

  @Override
  public Optional<String> drawable(String text) {
    if (coversAll(text)) {
      return Optional.of(text);
    }
    String plain = Normalizer2.getNFKCInstance().normalize(text);
    return coversAll(plain) ? Optional.of(plain) : Optional.empty();
  }

  /** The family's face of the nearest weight, then those that stand in for it. */
  List<Face> candidates(String family, int weight) {
    List<Face> faces = new ArrayList<>();
    nearest(family, weight).ifPresent(faces::add);
    for (String other : fallback) {
      if (!other.equals(family)) {
        nearest(other, weight).ifPresent(faces::add);
      }
    }
    return faces;
  }

  private Optional<Face> nearest(String family, int weight) {
    return families.getOrDefault(family, List.of()).stream()
        .min(Comparator.comparingInt(face -> Math.abs(face.weight() - weight)));
  }

  private boolean coversAll(String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    int start = clusters.first();
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      if (!covers(text, start, end)) {
        return false;
      }
      start = end;
    }
    return true;
  }

  private boolean covers(String text, int start, int end) {
    return fallback.stream()
        .flatMap(family -> families.getOrDefault(family, List.of()).stream().limit(1))
        .anyMatch(face -> covers(face, text, start, end));
  }

  /** Whether a face has a glyph for every character of a cluster that shows by itself. */
  static boolean covers(Face face, String text, int start, int end) {
    return text.substring(start, end)
        .codePoints()
        .allMatch(codePoint -> isJoiner(codePoint) || face.covers(codePoint));
  }

  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200c
        || codePoint == 0x200d
        || codePoint == ' '
        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
  }
}
