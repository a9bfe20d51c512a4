package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.wording.LineBreaks;
import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture with fields to fill in, read from {@code templates/<id>/template.json} without faults.
 *
 * @param id lower-case words joined by {@code -}, folders by {@code /}; see {@link TemplateId}
 * @param title for people; the id where the template states none
 * @param size of the picture in px at 1x; each side 1 to 4,096, at most 8,388,608 px in all
 * @param background color below all layers; one that is not opaque makes the picture transparent
 * @param locale of numbers, dates and letter case (BCP 47)
 * @param zone of dates that state none
 * @param alt copy ladder of the alternative text; may be empty
 * @param fields by name, in the order of the file
 * @param layers from the bottom up, at most 100
 * @param assets paths of the pictures in its folder, {@code assets/stage.jpg}
 * @param output formats, scales and access
 * @param cache how long its pictures may be cached
 * @param digest SHA-256 in hexadecimal of the template's file and its assets; that of a standard
 *     design is different
 * @param standard the design that is drawn where a required value is missing; where empty, this
 *     template is drawn without data
 * @param origin the files that it was read from
 */
public record Template(
    String id,
    String title,
    Size size,
    Rgba background,
    Locale locale,
    ZoneId zone,
    List<Wording> alt,
    Map<String, Field> fields,
    List<Layer> layers,
    Set<String> assets,
    OutputOptions output,
    CacheAges cache,
    String digest,
    Optional<Template> standard,
    TemplateOrigin origin) {
  private static final String STANDARD = "-standard";

  /** A template without a standard design of its own and of no known origin. */
  public Template(
      String id,
      String title,
      Size size,
      Rgba background,
      Locale locale,
      ZoneId zone,
      List<Wording> alt,
      Map<String, Field> fields,
      List<Layer> layers,
      Set<String> assets,
      OutputOptions output,
      CacheAges cache,
      String digest) {
    this(
        id,
        title,
        size,
        background,
        locale,
        zone,
        alt,
        fields,
        layers,
        assets,
        output,
        cache,
        digest,
        Optional.empty(),
        TemplateOrigin.UNKNOWN);
  }

  public Template {
    alt = List.copyOf(alt);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    layers = List.copyOf(layers);
    assets = Set.copyOf(assets);
  }

  /**
   * A template without fields and layers, for pictures of the program's own. It is in English and
   * its title is its id.
   *
   * @param id not checked
   * @param background color below all layers
   */
  public static Template blank(String id, Size size, Rgba background) {
    return new Template(
        id,
        id,
        size,
        background,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        List.of(),
        Map.of(),
        List.of(),
        Set.of(),
        OutputOptions.DEFAULT,
        CacheAges.DEFAULT,
        "");
  }

  /**
   * The template to draw: the standard design where a required value is missing and there is one,
   * else this template.
   *
   * @param withoutData whether a required value is missing
   */
  public Template design(boolean withoutData) {
    return withoutData ? standard.orElse(this) : this;
  }

  /**
   * The alternative text in one line: the first wording that can be filled.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where no wording can be filled
   */
  public Optional<String> alt(Map<String, WordingValue> values) {
    return alt.stream()
        .flatMap(wording -> wording.fill(values).stream())
        .map(LineBreaks::asSpaces)
        .findFirst();
  }

  /**
   * Whether its background and that of its standard design are opaque, so that no picture of it has
   * a transparent pixel.
   */
  public boolean isOpaque() {
    return background.isOpaque() && standard.map(Template::isOpaque).orElse(true);
  }

  /**
   * Whether a layer of it or of its standard design shows the time, so that pictures change with
   * time.
   */
  public boolean isLive() {
    return showsTime(layers) || standard.filter(design -> showsTime(design.layers)).isPresent();
  }

  private static boolean showsTime(List<Layer> layers) {
    for (Layer layer : layers) {
      if (layer.showsTime()) {
        return true;
      }
    }
    return false;
  }

  /**
   * A copy with a standard design, in place of any that it has. The design takes everything but its
   * background, layers and alternative text from this template; its digest is this one's with
   * {@code -standard} after it.
   *
   * @param design what differs from this template
   */
  public Template withStandard(Design design) {
    Template other =
        new Template(
            id,
            title,
            size,
            design.background(),
            locale,
            zone,
            design.alt().isEmpty() ? alt : design.alt(),
            fields,
            design.layers(),
            assets,
            output,
            cache,
            digest + STANDARD,
            Optional.empty(),
            origin);
    return new Template(
        id,
        title,
        size,
        background,
        locale,
        zone,
        alt,
        fields,
        layers,
        assets,
        output,
        cache,
        digest,
        Optional.of(other),
        origin);
  }

  /**
   * The number of the published version that it is, at least 1; empty for the template that authors
   * edit.
   */
  public Optional<Integer> version() {
    return origin.version();
  }

  /** The fonts in its folder, for its texts alone. */
  public TemplateFonts fonts() {
    return origin.fonts();
  }

  /** Whether it is the standard design of another template. */
  public boolean isStandardDesign() {
    return digest.endsWith(STANDARD);
  }

  /** A copy, its standard design too, that was read from other files. */
  public Template withOrigin(TemplateOrigin other) {
    return new Template(
        id,
        title,
        size,
        background,
        locale,
        zone,
        alt,
        fields,
        layers,
        assets,
        output,
        cache,
        digest,
        standard.map(design -> design.withOrigin(other)),
        other);
  }

  /** A copy with another color below all layers. */
  public Template withBackground(Rgba color) {
    return new Template(
        id, title, size, color, locale, zone, alt, fields, layers, assets, output, cache, digest,
        standard, origin);
  }

  /**
   * The parts of a standard design that differ from its template.
   *
   * @param background color below all layers
   * @param alt copy ladder of the alternative text; where empty, the template's is used
   * @param layers from the bottom up
   */
  public record Design(Rgba background, List<Wording> alt, List<Layer> layers) {
    public Design {
      alt = List.copyOf(alt);
      layers = List.copyOf(layers);
    }
  }
}
