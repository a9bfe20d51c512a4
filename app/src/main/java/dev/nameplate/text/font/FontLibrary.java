package dev.nameplate.text.font;

import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.GlyphCoverage;
import dev.nameplate.util.Lazy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts of one folder, and no others: families with their weights, and the order in which they
 * stand in for each other.
 */
public final class FontLibrary implements GlyphCoverage {
  private static final int REGULAR = 400;

  private final Map<String, FontFamily> families;
  private final FontFallback fontFallback;
  private final String digest;
  private final Lazy<Coverage> coverage;
  private final Map<Wanted, FontSelector> choosers = new ConcurrentHashMap<>();

  FontLibrary(List<FontFamily> families, FontFallback fontFallback, String digest) {
    Map<String, FontFamily> byName = new LinkedHashMap<>();
    families.forEach(family -> byName.put(family.name(), family));
    this.families = byName;
    this.fontFallback = fontFallback;
    this.digest = digest;
    this.coverage = new Lazy<>(() -> new Coverage(chooser("", REGULAR, ULocale.ROOT)));
  }

  /**
   * Reads {@code fonts.json} and every font that is not to wait until a text needs it.
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
   * Reads what has not been read yet and is not to wait for its first use. Several threads may do
   * so together.
   *
   * @throws FontException where a file is missing, altered or no font
   */
  public void complete() {
    families.values().stream()
        .filter(family -> !family.lazy())
        .forEach(family -> family.faces().forEach(Face::load));
  }

  /** SHA-256 in hex over every font's own digest and the order of fallback. */
  public String digest() {
    return digest;
  }

  /** The names of the families that text can be set in, for messages. */
  public Set<String> families() {
    return families.values().stream()
        .filter(FontFamily::isForText)
        .map(FontFamily::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The weights of a family in ascending order; empty where there is no such family for text. */
  public List<Integer> weights(String family) {
    return Optional.ofNullable(families.get(family))
        .filter(FontFamily::isForText)
        .map(found -> found.faces().stream().map(Face::weight).toList())
        .orElse(List.of());
  }

  @Override
  public Optional<String> drawable(String text) {
    return coverage.get().drawable(text);
  }

  /**
   * What chooses faces for text of a family and weight.
   *
   * @param family where there is none of this name, the first of the order takes its place
   * @throws FontException where there is no font for text at all
   */
  public FontSelector chooser(String family, int weight, ULocale locale) {
    return chooser(new Wanted(family, weight, locale, locale));
  }

  /** The same, where ideographs may be of another locale than the reader's. */
  public FontSelector chooser(Wanted wanted) {
    return choosers.computeIfAbsent(wanted, this::made);
  }

  private FontSelector made(Wanted wanted) {
    OutlineFace primary =
        Stream.concat(
                Stream.of(wanted.family()),
                fontFallback.families(FontFallback.ANY, wanted.han()).stream())
            .flatMap(name -> Stream.ofNullable(families.get(name)))
            .flatMap(found -> found.nearest(wanted.weight()).stream())
            .filter(OutlineFace.class::isInstance)
            .map(OutlineFace.class::cast)
            .findFirst()
            .orElseThrow(() -> new FontException("fonts.json lists no font for text"));
    return new FontSelector(this, primary, wanted);
  }

  /**
   * What text asks for.
   *
   * @param han the locale that decides how ideographs are written
   * @param locale the reader's, which decides on the forms of other letters
   */
  public record Wanted(String family, int weight, ULocale han, ULocale locale) {}

  /** A family by its name. */
  Optional<FontFamily> family(String name) {
    return Optional.ofNullable(families.get(name));
  }

  /** The families that stand in for letters of a script, the first choice first. */
  List<FontFamily> standIns(String script, ULocale locale) {
    return fontFallback.families(script, locale).stream()
        .flatMap(name -> Stream.ofNullable(families.get(name)))
        .toList();
  }
}
