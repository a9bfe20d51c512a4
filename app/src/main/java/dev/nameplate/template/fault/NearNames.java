package dev.nameplate.template.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Suggests the name that an author meant: the same name in another case, the name of this format
 * for what other tools call differently ({@code right} for {@code end}), or the name at the
 * smallest Levenshtein distance.
 */
public final class NearNames {
  private static final int SHORT_NAME = 4;

  /**
   * Names used by other tools and the names used here; keys are normalized as in {@code
   * normalized}.
   */
  private static final Map<String, List<String>> SYNONYMS =
      Map.ofEntries(
          // Alignment and style of text.
          means("left", "start", "ltr"),
          means("right", "end", "rtl"),
          means("centre", "center", "middle"),
          means("center", "center", "middle"),
          means("middle", "middle", "center"),
          means("justify", "start", "between"),
          means("spacebetween", "between"),
          means("textalign", "align"),
          means("verticalalign", "valign"),
          means("fontfamily", "font"),
          means("fontsize", "size"),
          means("fontweight", "weight"),
          means("bold", "weight"),
          means("textcolor", "color"),
          means("foreground", "color"),
          means("backgroundcolor", "background", "fill"),
          means("bg", "background", "fill"),
          means("borderradius", "radius"),
          means("border", "stroke"),
          means("transparency", "opacity"),
          means("rotation", "rotate"),
          means("angle", "angle", "rotate"),
          means("spacing", "gap", "letterSpacing"),
          means("lines", "maxLines"),
          means("dir", "direction"),
          means("lefttoright", "ltr"),
          means("righttoleft", "rtl"),
          // Layers and what they hold.
          means("img", "image"),
          means("picture", "image"),
          means("photo", "image"),
          means("qrcode", "qr"),
          means("timer", "countdown"),
          means("rating", "stars"),
          means("group", "stack"),
          means("row", "row", "stack"),
          means("column", "column", "stack"),
          means("rectangle", "rect"),
          means("square", "rect"),
          means("circle", "ellipse", "circle"),
          means("oval", "ellipse"),
          means("crop", "cover"),
          means("stretch", "fill", "stretch"),
          means("url", "url", "src"),
          means("source", "src"),
          means("href", "src"),
          means("content", "text", "data"),
          means("value", "value", "text", "data"),
          means("condition", "when"),
          means("if", "when"),
          means("position", "box", "position"),
          means("items", "children"),
          means("layers", "layers", "children"),
          means("jpeg", "jpg"),
          // Fields.
          means("string", "text"),
          means("int", "number"),
          means("integer", "number"),
          means("float", "number"),
          means("percent", "number"),
          means("price", "money"),
          means("currency", "currency", "money", "number"),
          means("datetime", "date"),
          means("time", "date"),
          means("enum", "choice", "options"),
          means("select", "choice"),
          means("link", "url"),
          means("type", "type", "kind"),
          means("default", "default", "fallback"),
          means("max", "max", "maxLength"),
          means("values", "options"),
          // Liquid's filters.
          means("uppercase", "upcase"),
          means("upper", "upcase"),
          means("toupper", "upcase"),
          means("lowercase", "downcase"),
          means("lower", "downcase"),
          means("tolower", "downcase"),
          means("title", "title", "capitalize"),
          means("titlecase", "capitalize"),
          means("capitalise", "capitalize"),
          means("trim", "strip"),
          means("substring", "slice"),
          means("substr", "slice"),
          means("length", "size"),
          means("concat", "append"),
          means("fallback", "fallback", "default"),
          means("formatnumber", "number"),
          means("numberformat", "number"),
          means("strftime", "date"),
          means("formatdate", "date"),
          means("dateformat", "date"),
          means("multiply", "times"),
          means("divide", "divided_by"),
          means("subtract", "minus"),
          means("add", "plus"));

  private NearNames() {}

  private static Map.Entry<String, List<String>> means(String written, String... here) {
    return Map.entry(written, List.of(here));
  }

  /**
   * The allowed name that is closest to what was written: the same name in another case or with
   * other separators, else the name of this format for a name of another tool, else the name at the
   * smallest Levenshtein distance in UTF-16 units, the first of them where several are equally
   * near.
   *
   * @param written what the author wrote
   * @param allowed the names to choose from; may be empty
   * @return empty where none is within the distance of a third of its length, at least 2 (1 for
   *     names of less than 4 letters)
   */
  public static Optional<String> of(String written, Collection<String> allowed) {
    return equalIgnoringCase(written, allowed)
        .or(() -> synonym(written, allowed))
        .or(() -> misspelled(written, allowed));
  }

  private static Optional<String> equalIgnoringCase(String written, Collection<String> allowed) {
    return allowed.stream()
        .filter(name -> normalized(name).equals(normalized(written)))
        .findFirst();
  }

  private static Optional<String> synonym(String written, Collection<String> allowed) {
    Stream<String> meant = SYNONYMS.getOrDefault(normalized(written), List.of()).stream();
    return meant.filter(allowed::contains).findFirst();
  }

  private static Optional<String> misspelled(String written, Collection<String> allowed) {
    return allowed.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= maxDistance(name));
  }

  private static int maxDistance(String name) {
    return name.length() < SHORT_NAME ? 1 : Math.max(2, name.length() / 3);
  }

  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Levenshtein distance in UTF-16 units. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
