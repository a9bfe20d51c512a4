package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.wording.LineBreaks;
import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture with fields to fill in, read from {@code templates/<id>/template.json} and found free
 * of faults.
 *
 * @param id lower-case words joined by {@code -}, folders by {@code /}
 * @param size of the picture at 1x
 * @param background below every layer; a colour that is not opaque makes the picture transparent
 * @param alt a copy ladder for the text that stands for the picture; may be empty
 * @param fields by name, in the order written
 * @param layers from the bottom up
 * @param assets paths of the pictures in its own folder, {@code assets/stage.jpg}
 * @param zone of dates that state none
 * @param digest SHA-256 in hex over the template's file and every asset it uses; of a standard
 *     design another than the template's own
 * @param standard what is drawn in its place where a required value is missing; empty where the
 *     same layers are drawn without data
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
    Optional<Template> standard) {
  /** A template that looks the same without data, but for the data. */
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
        Optional.empty());
  }

  public Template {
    alt = List.copyOf(alt);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    layers = List.copyOf(layers);
    assets = Set.copyOf(assets);
  }

  /**
   * What is drawn: this template or its standard design.
   *
   * @param withoutData whether a required value is missing
   */
  public Template design(boolean withoutData) {
    return withoutData ? standard.orElse(this) : this;
  }

  /**
   * The text that stands for the picture, in one line: the first wording whose fields are there.
   *
   * @param values by field name; an absent field has no entry
   */
  public Optional<String> alt(Map<String, WordingValue> values) {
    return alt.stream()
        .flatMap(wording -> wording.fill(values).stream())
        .map(LineBreaks::asSpaces)
        .findFirst();
  }

  /** Whether any of its layers shows time, so that a picture is not the same at any time. */
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

  /** The same with a standard design of its own. */
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
            digest + "-standard");
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
        Optional.of(other));
  }

  /**
   * What a standard design has of its own.
   *
   * @param alt empty where the template's stands for it too
   */
  public record Design(Rgba background, List<Wording> alt, List<Layer> layers) {
    public Design {
      alt = List.copyOf(alt);
      layers = List.copyOf(layers);
    }
  }
}
