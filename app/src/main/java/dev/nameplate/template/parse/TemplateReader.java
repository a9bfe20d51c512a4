package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.CodeFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateDigest;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.TemplateOrigin;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.wording.Liquid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and validates {@code template.json}; all faults are reported at once. Safe for many
 * threads.
 */
public final class TemplateReader {
  /** The name of a template's file. */
  public static final String FILE = "template.json";

  static final Set<String> KEYS =
      Set.of(
          "$schema",
          "title",
          "width",
          "height",
          "background",
          "locale",
          "zone",
          "alt",
          "fields",
          "layers",
          "formats",
          "scales",
          "quality",
          "matte",
          "palette",
          "access",
          "cache",
          "maxBytes",
          "frames",
          "standard");
  static final Set<String> CACHE =
      Set.of("maxAge", "shared", "staleWhileRevalidate", "staleIfError");

  private static final int MAX_SIDE = 4096;

  /** Used for a side that is missing or wrong, so that boxes do not become faults because of it. */
  private static final int UNSTATED_SIDE = 2048;

  private static final long MAX_PIXELS = 8_388_608;
  private static final int MAX_LAYERS = 100;
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_AGE_SECONDS = 31_536_000;

  /**
   * Reads one template.
   *
   * @param id of the template
   * @param json the bytes of its {@link #FILE}: JSON (RFC 8259) in UTF-8, at most 262,144 bytes
   * @param assets the files that it may use
   * @return the template, or all its faults
   * @throws java.io.UncheckedIOException where an asset cannot be read
   */
  public ParseResult read(TemplateId id, byte[] json, TemplateAssets assets) {
    FaultCollector faultCollector = new FaultCollector(id + "/" + FILE);
    if (json.length > MAX_BYTES) {
      faultCollector.add("$", json.length + " bytes", "at most " + MAX_BYTES);
      return new ParseResult.Faulty(faultCollector.list());
    }
    Optional<Template> template =
        JsonFile.parse(json, faultCollector)
            .flatMap(node -> template(new Source(id, json, assets), node, faultCollector));
    return template.isPresent() && faultCollector.isEmpty()
        ? new ParseResult.Usable(template.get())
        : new ParseResult.Faulty(faultCollector.list());
  }

  /** The input of a template. */
  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  private record Source(TemplateId id, byte[] json, TemplateAssets assets) {}

  private static Optional<Template> template(
      Source source, JsonNode node, FaultCollector faultCollector) {
    String id = source.id().text();
    TemplateAssets assets = source.assets();
    return JsonObject.of(node, "$", KEYS, faultCollector)
        .map(
            object -> {
              Size canvas = canvas(object);
              Locale locale = LocaleReader.read(object);
              ZoneId zone = zone(object);
              Map<String, Field> fields =
                  new FieldReader().read(node.path("fields"), faultCollector);
              Liquid liquid = new Liquid(locale, zone, fields);
              checkFallbackPictures(fields, assets, faultCollector);
              boolean rightToLeft = ULocale.forLocale(locale).isRightToLeft();
              LayerReader layers =
                  new LayerReader(
                      new LayerContext(
                          assets,
                          canvas,
                          rightToLeft,
                          fields,
                          PlaceholderReader.palette(object),
                          liquid,
                          faultCollector));
              List<Layer> read = layers(object, layers);
              TemplateDigest digest = TemplateDigest.of(source.json(), assets);
              Template template =
                  new Template(
                      id,
                      object.text("title").orElse(id),
                      canvas,
                      object.color("background", Rgba.WHITE),
                      locale,
                      zone,
                      TextLayerReader.wordings(
                          object,
                          "alt",
                          liquid.forPurpose(Liquid.Purpose.ALTERNATIVE),
                          faultCollector),
                      CodeFields.mark(fields, read),
                      read,
                      AssetPath.pictures(assets),
                      OutputReader.read(object),
                      ages(object),
                      digest.hex(),
                      Optional.empty(),
                      new TemplateOrigin(
                          Optional.empty(),
                          digest.assets(),
                          TemplateFonts.read(assets.paths(), assets::read, faultCollector)));
              return new StandardReader(template, liquid, layers)
                  .read(object)
                  .map(template::withStandard)
                  .orElse(template);
            });
  }

  private static Size canvas(JsonObject object) {
    for (String side : List.of("width", "height")) {
      if (!object.has(side)) {
        object.faults().add(object.path(side), "nothing", "pixels at 1x; this key is required");
      }
    }
    int width = object.whole("width", UNSTATED_SIDE, 1, MAX_SIDE);
    int height = object.whole("height", UNSTATED_SIDE, 1, MAX_SIDE);
    Size size = new Size(width, height);
    if (size.area() > MAX_PIXELS) {
      object
          .faults()
          .add("$.height", width + " × " + height, "at most " + MAX_PIXELS + " pixels in all");
    }
    return size;
  }

  private static ZoneId zone(JsonObject object) {
    String name = object.text("zone").orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException wrong) {
      String near =
          ZoneId.getAvailableZoneIds().stream()
              .filter(id -> id.endsWith("/" + name.strip().replace(' ', '_')))
              .min(Comparator.comparingInt(String::length).thenComparing(id -> id))
              .map(id -> "did you mean '" + id + "'? Allowed: ")
              .orElse("");
      object.faults().add("$.zone", "'" + name + "'", near + "a time zone, UTC or Europe/Madrid");
      return ZoneOffset.UTC;
    }
  }

  private static void checkFallbackPictures(
      Map<String, Field> fields, TemplateAssets assets, FaultCollector faultCollector) {
    for (Field field : fields.values()) {
      boolean missing =
          field.kind() == FieldKind.IMAGE
              && field.fallback().map(path -> !AssetPath.exists(assets, path)).orElse(false);
      if (missing) {
        faultCollector.add(
            "$.fields." + field.name() + ".fallback",
            "'" + field.fallback().orElse("") + "'",
            "a PNG or JPEG that lies in the template's assets folder");
      }
    }
  }

  /** The layers without faults, from the bottom up; faults of the others are collected. */
  static List<Layer> layers(JsonObject object, LayerReader reader) {
    List<Layer> layers = new ArrayList<>();
    List<JsonNode> items = object.items("layers", MAX_LAYERS);
    for (int i = 0; i < items.size(); i++) {
      reader.read(items.get(i), object.path("layers") + "[" + i + "]").ifPresent(layers::add);
    }
    return layers;
  }

  private static CacheAges ages(JsonObject object) {
    CacheAges defaults = CacheAges.DEFAULT;
    return object
        .object("cache", CACHE)
        .map(
            cache ->
                new CacheAges(
                    age(cache, "maxAge", defaults.maxAge()),
                    age(cache, "shared", defaults.shared()),
                    age(cache, "staleWhileRevalidate", defaults.staleWhileRevalidate()),
                    age(cache, "staleIfError", defaults.staleIfError())))
        .orElse(defaults);
  }

  private static Duration age(JsonObject cache, String key, Duration defaults) {
    return Duration.ofSeconds(cache.whole(key, (int) defaults.toSeconds(), 0, MAX_AGE_SECONDS));
  }
}
