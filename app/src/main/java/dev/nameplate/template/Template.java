package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param digest SHA-256 in hex over the template's file and every asset it uses
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
    Output output,
    CacheAges cache,
    String digest) {
  public Template {
    alt = List.copyOf(alt);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    layers = List.copyOf(layers);
    assets = Set.copyOf(assets);
  }
}
