package dev.nameplate.template.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.wording.Liquid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code templates/<id>/template.json} and says everything that is wrong with it at once. */
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

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*");
  private static final int LONGEST_SIDE = 4096;

  /** Stands for a side that is missing or wrong, so that boxes are not called wrong for it. */
  private static final int UNSTATED_SIDE = 2048;

  private static final long MOST_PIXELS = 8_388_608;
  private static final int MOST_LAYERS = 100;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int LONGEST_AGE = 31_536_000;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads one template.
   *
   * @param root the folder of all templates
   * @param id {@code welcome} or {@code spring/welcome}
   */
  public ParseResult read(Path root, String id) {
    Path folder = root.resolve(id);
    FaultCollector faultCollector = new FaultCollector(id + "/" + FILE);
    if (!ID.matcher(id).matches()) {
      faultCollector.add(
          "$", "the folder '" + id + "'", "lower-case letters, digits and -, as an id");
      return new ParseResult.Faulty(faultCollector.list());
    }
    Optional<Template> template =
        bytes(folder.resolve(FILE), faultCollector)
            .flatMap(
                bytes ->
                    json(bytes, faultCollector)
                        .flatMap(node -> template(id, folder, node, bytes, faultCollector)));
    return template.isPresent() && faultCollector.isEmpty()
        ? new ParseResult.Usable(template.get())
        : new ParseResult.Faulty(faultCollector.list());
  }

  private static Optional<byte[]> bytes(Path file, FaultCollector faultCollector) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        faultCollector.add("$", Files.size(file) + " bytes", "at most " + MOST_BYTES);
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      faultCollector.add("$", "a file that cannot be read", "a readable file");
      return Optional.empty();
    }
  }

  private Optional<JsonNode> json(byte[] bytes, FaultCollector faultCollector) {
    try {
      return Optional.of(mapper.readTree(bytes));
    } catch (JsonProcessingException wrong) {
      String place =
          "line "
              + wrong.getLocation().getLineNr()
              + ", column "
              + wrong.getLocation().getColumnNr();
      String what = wrong.getOriginalMessage().lines().findFirst().orElse("");
      faultCollector.add("$", place + ": " + what, "JSON (RFC 8259), each key once");
      return Optional.empty();
    } catch (IOException unreadable) {
      faultCollector.add("$", "bytes that are no text", "JSON in UTF-8");
      return Optional.empty();
    }
  }

  private static Optional<Template> template(
      String id, Path folder, JsonNode node, byte[] bytes, FaultCollector faultCollector) {
    return JsonObject.of(node, "$", KEYS, faultCollector)
        .map(
            object -> {
              Size canvas = canvas(object);
              Locale locale = locale(object);
              ZoneId zone = zone(object);
              Map<String, Field> fields =
                  new FieldReader().read(node.path("fields"), faultCollector);
              Liquid liquid = new Liquid(locale, zone, fields.keySet());
              checkFallbackPictures(fields, folder, faultCollector);
              boolean rightToLeft = ULocale.forLocale(locale).isRightToLeft();
              LayerReader layers =
                  new LayerReader(
                      new LayerContext(
                          folder,
                          canvas,
                          rightToLeft,
                          fields,
                          PlaceholderReader.palette(object),
                          liquid,
                          faultCollector));
              Template template =
                  new Template(
                      id,
                      object.text("title").orElse(id),
                      canvas,
                      object.color("background", Rgba.WHITE),
                      locale,
                      zone,
                      TextLayerReader.wordings(object, "alt", liquid, faultCollector),
                      fields,
                      layers(object, layers),
                      TemplateDigest.assets(folder),
                      OutputReader.read(object),
                      ages(object),
                      TemplateDigest.of(folder, bytes));
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
    int width = object.whole("width", UNSTATED_SIDE, 1, LONGEST_SIDE);
    int height = object.whole("height", UNSTATED_SIDE, 1, LONGEST_SIDE);
    Size size = new Size(width, height);
    if (size.area() > MOST_PIXELS) {
      object
          .faults()
          .add("$.height", width + " × " + height, "at most " + MOST_PIXELS + " pixels in all");
    }
    return size;
  }

  private static Locale locale(JsonObject object) {
    String tag = object.text("locale").orElse("en");
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException wrong) {
      object.faults().add("$.locale", "'" + tag + "'", "a language tag (BCP 47), en or pt-BR");
      return Locale.ENGLISH;
    }
    object.faults().add("$.locale", "'" + tag + "'", "a language tag (BCP 47), en or pt-BR");
    return Locale.ENGLISH;
  }

  private static ZoneId zone(JsonObject object) {
    String name = object.text("zone").orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException wrong) {
      object.faults().add("$.zone", "'" + name + "'", "a time zone, UTC or Europe/Madrid");
      return ZoneOffset.UTC;
    }
  }

  private static void checkFallbackPictures(
      Map<String, Field> fields, Path folder, FaultCollector faultCollector) {
    for (Field field : fields.values()) {
      boolean missing =
          field.kind() == FieldKind.IMAGE
              && field.fallback().map(path -> !AssetPath.exists(folder, path)).orElse(false);
      if (missing) {
        faultCollector.add(
            "$.fields." + field.name() + ".fallback",
            "'" + field.fallback().orElse("") + "'",
            "a PNG or JPEG that lies in the template's assets folder");
      }
    }
  }

  static List<Layer> layers(JsonObject object, LayerReader reader) {
    List<Layer> layers = new ArrayList<>();
    List<JsonNode> items = object.items("layers", MOST_LAYERS);
    for (int i = 0; i < items.size(); i++) {
      reader.read(items.get(i), object.path("layers") + "[" + i + "]").ifPresent(layers::add);
    }
    return layers;
  }

  private static CacheAges ages(JsonObject object) {
    CacheAges preset = CacheAges.DEFAULT;
    return object
        .object("cache", CACHE)
        .map(
            cache ->
                new CacheAges(
                    age(cache, "maxAge", preset.maxAge()),
                    age(cache, "shared", preset.shared()),
                    age(cache, "staleWhileRevalidate", preset.staleWhileRevalidate()),
                    age(cache, "staleIfError", preset.staleIfError())))
        .orElse(preset);
  }

  private static Duration age(JsonObject cache, String key, Duration preset) {
    return Duration.ofSeconds(cache.whole(key, (int) preset.toSeconds(), 0, LONGEST_AGE));
  }
}
