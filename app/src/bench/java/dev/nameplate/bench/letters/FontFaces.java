package dev.nameplate.bench.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fonts of {@code fonts.json} as a page's fonts: each family in the weight and at the size that
 * it has beside a style's own.
 */
final class FontFaces {
  private static final Path FOLDER = Path.of("fonts");
  private static final double LEVEL = 1.04;

  private final JsonNode index;
  private final Style style;
  private final Map<String, Face> faces = new LinkedHashMap<>();

  /** A style whose text is compared. */
  record Style(String font, int weight) {}

  /**
   * A family beside the style's own.
   *
   * @param file path below the folder of fonts
   * @param member the index of the font in a collection; -1 if it is none
   * @param scale the size of its em as a share of the style's
   */
  record Face(String file, int member, double scale) {}

  FontFaces(Style style, FontLibrary fonts) {
    this.style = style;
    try {
      this.index = new JsonMapper().readTree(Files.readString(FOLDER.resolve("fonts.json")));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    double small = height(fonts, "x");
    double capital = height(fonts, "H");
    double ink = own().path("ink").asDouble();
    for (JsonNode family : index.path("families")) {
      if (!family.path("name").asText().equals("Noto Color Emoji")) {
        faces.put(family.path("name").asText(), face(family, small, capital, ink));
      }
    }
  }

  private double height(FontLibrary fonts, String letter) {
    ShapedText shaped =
        new Shaper(fonts.selector(style.font(), style.weight(), ULocale.ENGLISH), 0, false)
            .shape(BidiText.of(letter, false));
    return -shaped.outline().getBounds2D().getMinY();
  }

  private JsonNode own() {
    for (JsonNode family : index.path("families")) {
      for (JsonNode face : family.path("faces")) {
        if (family.path("name").asText().equals(style.font())
            && face.path("weight").asInt() == style.weight()) {
          return face;
        }
      }
    }
    throw new IllegalArgumentException("no such style: " + style);
  }

  private Face face(JsonNode family, double small, double capital, double ink) {
    boolean itself = family.path("name").asText().equals(style.font());
    JsonNode best = itself ? own() : family.path("faces").get(0);
    for (JsonNode face : itself ? new JsonMapper().createArrayNode() : family.path("faces")) {
      double other = face.path("ink").asDouble();
      if (other <= ink * LEVEL && other > best.path("ink").asDouble()) {
        best = face;
      }
    }
    double scale = 1;
    if (!itself && family.path("capHeight").asDouble() > 0) {
      scale = capital / family.path("capHeight").asDouble();
    } else if (!itself && family.path("xHeight").asDouble() > 0) {
      scale = small / family.path("xHeight").asDouble();
    }
    String file = best.path("file").asText();
    return new Face(file, file.endsWith(".ttc") ? best.path("member").asInt() : -1, scale);
  }

  /** Returns the style sheet with a font for each family. */
  String css() {
    StringBuilder css = new StringBuilder();
    faces.forEach(
        (name, face) ->
            css.append(
                "@font-face { font-family: \"%s\"; src: url(/fonts/%s%s); size-adjust: %.4f%% }\n"
                    .formatted(
                        family(name),
                        face.file(),
                        face.member() < 0 ? "" : "?" + face.member(),
                        face.scale() * 100)));
    return css.toString();
  }

  private String family(String name) {
    return style.font() + " " + style.weight() + ", " + name;
  }

  /**
   * Returns the families for a text in the order in which they are used, as the value of CSS {@code
   * font-family}.
   *
   * @param han decides on the regional forms of ideographs
   */
  String order(String text, ULocale han) {
    Set<String> names = new LinkedHashSet<>();
    names.add(style.font());
    scripts(text).stream()
        .map(UScript::getShortName)
        .forEach(script -> names.addAll(rules(script, han)));
    names.addAll(rules("any", han));
    return names.stream().map(name -> "\"" + family(name) + "\"").collect(Collectors.joining(", "));
  }

  /** First the scripts of its characters, then those that share one of them, Han before others. */
  private static Set<Integer> scripts(String text) {
    Set<Integer> scripts = new LinkedHashSet<>();
    text.codePoints().map(UScript::getScript).forEach(scripts::add);
    BitSet shared = new BitSet();
    text.codePoints()
        .forEach(
            c -> {
              BitSet own = new BitSet();
              UScript.getScriptExtensions(c, own);
              shared.or(own);
            });
    if (shared.get(UScript.HAN) || text.codePoints().anyMatch(FontFaces::isFullwidth)) {
      scripts.add(UScript.HAN);
    }
    shared.stream().forEach(scripts::add);
    return scripts;
  }

  private static boolean isFullwidth(int c) {
    return c >= 0xff00 && c <= 0xffe6;
  }

  /** Returns the same for clusters whose accents the style's own font cannot place. */
  String orderOfAccents(String text, ULocale han) {
    return "\"" + family("Noto Sans") + "\", " + order(text, han);
  }

  /** First the rules of the locale, then those of all. */
  private Set<String> rules(String script, ULocale locale) {
    ULocale full = ULocale.addLikelySubtags(locale);
    String language = full.getLanguage().equals("yue") ? "zh" : full.getLanguage();
    Set<String> tags = new HashSet<>(List.of(language, language + "-" + full.getScript()));
    boolean simplified = full.getScript().equals("Hans");
    if (!simplified) {
      tags.add(language + "-" + full.getCountry());
    }
    Set<String> families = new LinkedHashSet<>();
    for (boolean own : new boolean[] {true, false}) {
      for (JsonNode rule : index.path("fallback")) {
        if (has(rule.path("scripts"), Set.of(script))
            && (own ? has(rule.path("locales"), tags) : rule.path("locales").isEmpty())) {
          rule.path("families").forEach(family -> families.add(family.asText()));
        }
      }
    }
    return families;
  }

  private static boolean has(JsonNode list, Set<String> values) {
    for (JsonNode value : list) {
      if (values.contains(value.asText())) {
        return true;
      }
    }
    return false;
  }
}
