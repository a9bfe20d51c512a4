package dev.nameplate.template.layer;

import dev.nameplate.template.wording.Wording;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people call a layer: the author's {@code label}, else what the layer shows. A text is called
 * by its first wording, with each place for a value as the field's name in braces.
 */
public final class LayerName {
  private static final int LONGEST = 40;
  private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*(\\w+)[^}]*}}");

  private LayerName() {}

  /**
   * A name for reports and pages, never empty: the author's label, cut to 60 code points; else a
   * text's first wording in quotes, cut to 40 code points; else the type, and the first field in
   * braces if there is one, {@code qr of {code}}.
   *
   * @param layer to be named
   */
  public static String of(Layer layer) {
    return layer.frame().label().map(label -> shortened(label, 60)).orElseGet(() -> shown(layer));
  }

  private static String shown(Layer layer) {
    if (layer instanceof VariantLayer varied) {
      return shown(varied.variants().values().iterator().next());
    }
    if (layer instanceof TextLayer text) {
      return quoted(text.wordings().get(0));
    }
    if (layer instanceof ProgressLayer progress) {
      return "progress" + of(progress.value().fields());
    }
    if (layer instanceof StarsLayer stars) {
      return "stars" + of(stars.value().fields());
    }
    return layer.type() + of(layer.fields());
  }

  private static String of(Set<String> fields) {
    Optional<String> first = fields.stream().findFirst();
    return first.map(field -> " of {" + field + "}").orElse("");
  }

  private static String quoted(Wording wording) {
    String plain = VALUE.matcher(wording.source()).replaceAll("{$1}").strip();
    return "\u201c" + shortened(plain, LONGEST) + "\u201d";
  }

  private static String shortened(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
  }
}
