package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.GlyphCoverage;
import dev.nameplate.template.font.TemplateFont;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.util.Lazy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts of one folder: families with their weights, and the order of fallback fonts. Safe for
 * threads.
 *
 * <p>{@link #with} adds the fonts of a template, for that template alone. They are no fallback for
 * any text, and a family of the folder keeps its name.
 */
public final class FontLibrary implements GlyphCoverage {
  private static final int MOST_SELECTORS = 1024;
  private static final int REGULAR = 400;

  private final Map<String, FontFamily> families;
  private final FontFallback fontFallback;
  private final String digest;
  private final Lazy<Coverage> coverage;
  private final Lazy<OwnFonts> own = new Lazy<>(OwnFonts::new);
  private final Map<Wanted, FontSelector> selectors =
      Caffeine.newBuilder().maximumSize(MOST_SELECTORS).<Wanted, FontSelector>build().asMap();

  FontLibrary(List<FontFamily> families, FontFallback fontFallback, String digest) {
    this.families = byName(families);
    this.fontFallback = fontFallback;
    this.digest = digest;
    this.coverage = new Lazy<>(() -> new Coverage(selector("", REGULAR, ULocale.ROOT)));
  }

  /** The fonts of a library and more families, by which no more letters can be drawn. */
  private FontLibrary(FontLibrary all, List<FontFamily> more) {
    this.families = byName(more);
    this.families.putAll(all.families);
    this.fontFallback = all.fontFallback;
    this.digest = all.digest;
    this.coverage = all.coverage;
  }

  private static Map<String, FontFamily> byName(List<FontFamily> families) {
    Map<String, FontFamily> byName = new LinkedHashMap<>();
    families.forEach(family -> byName.put(family.name(), family));
    return byName;
  }

  /**
   * Reads {@code fonts.json} and every font but those of lazy families.
   *
   * @param folder holds {@code fonts.json} and the files that it names
   * @throws FontException if a file is missing, altered or no font
   */
  public static FontLibrary load(Path folder) {
    FontLibrary fonts = open(folder);
    fonts.complete();
    return fonts;
  }

  /**
   * Reads {@code fonts.json} only; each font is read when it is first used.
   *
   * @param folder holds {@code fonts.json} and the files that it names
   * @throws FontException if the index is missing or wrong, or a file that it names is missing
   */
  public static FontLibrary open(Path folder) {
    return new FontFolder(folder).open();
  }

  /**
   * Returns these fonts and a template's own.
   *
   * @return shared among calls with equal fonts; this library where there are none
   */
  public FontLibrary with(TemplateFonts fonts) {
    return fonts.isEmpty()
        ? this
        : own.get().library(fonts, each -> new FontLibrary(this, OwnFonts.families(each)));
  }

  /**
   * Returns what a font is that a template cannot have, to follow "is": one with the name of a
   * family that every template has, or one that text cannot be set in. Empty where it can be used.
   */
  public Optional<String> objection(TemplateFont font) {
    Optional<String> same =
        families.keySet().stream().filter(font.family()::equalsIgnoreCase).findFirst();
    return same.isPresent()
        ? same.map(
            name -> "a font that calls itself '" + name + "', a family that every template has")
        : own.get().objection(font);
  }

  /**
   * Returns which letters of some texts a family has, by script.
   *
   * @param family of these fonts or, on a library that has them, of a template's own
   * @return in descending order of letters; empty where the texts have none
   */
  public List<ScriptCoverage> coverage(String family, Collection<String> texts) {
    return ScriptCoverage.of(selector(family, REGULAR, ULocale.ROOT).primary(), texts);
  }

  /**
   * Reads all fonts that have not been read yet, but for those of lazy families. Several threads
   * may call it at the same time.
   *
   * @throws FontException if a file is missing, altered or no font
   */
  public void complete() {
    families.values().stream()
        .filter(family -> !family.lazy())
        .forEach(family -> family.faces().forEach(Face::load));
  }

  /**
   * Returns the SHA-256, as 64 lower-case hex digits, of the content of {@code fonts.json}, which
   * has every font's own digest. It depends on the values in that file and not on its white space.
   */
  public String digest() {
    return digest;
  }

  /**
   * Returns the names of the families that text can be set in: all but color fonts. Not modifiable,
   * in no order; empty if there are only color fonts.
   */
  public Set<String> families() {
    return families.values().stream()
        .filter(FontFamily::isForText)
        .map(FontFamily::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the weights of a family, 100 to 900, ascending; empty if there is no such family for
   * text.
   */
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
   * Returns the selector of faces for text of a family and weight.
   *
   * @param family if there is none of this name, the first fallback family is used
   * @param weight 100 to 900; the nearest available weight is used
   * @param locale decides on regional and language forms of letters
   * @return shared and safe for threads
   * @throws FontException if there is no font for text at all
   */
  public FontSelector selector(String family, int weight, ULocale locale) {
    return selector(new Wanted(family, weight, locale, locale));
  }

  /**
   * Returns the selector of faces, where ideographs may have the forms of another locale.
   *
   * @param wanted family, weight and locales
   * @return shared and safe for threads
   * @throws FontException if there is no font for text at all
   */
  public FontSelector selector(Wanted wanted) {
    return selectors.computeIfAbsent(wanted, this::made);
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
   * A request for a family.
   *
   * @param family if there is none of this name, the first fallback family is used
   * @param weight 100 to 900; the nearest available weight is used
   * @param han decides on the regional forms of ideographs
   * @param locale decides on the forms of other letters
   */
  public record Wanted(String family, int weight, ULocale han, ULocale locale) {}

  /** A family by its name; empty if there is none. */
  Optional<FontFamily> family(String name) {
    return Optional.ofNullable(families.get(name));
  }

  /** The fallback families for a script, the first choice first. */
  List<FontFamily> fallbacks(String script, ULocale locale) {
    return fontFallback.families(script, locale).stream()
        .flatMap(name -> Stream.ofNullable(families.get(name)))
        .toList();
  }
}
