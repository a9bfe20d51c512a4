package dev.nameplate.access.sign;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.Parameters;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Template;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The published version that a query asks for by {@code _v}: a whole number from 1 to 999,999,999
 * without leading zeros. Like every control parameter it is compared as decoded text, its name in
 * any case, and only its first occurrence counts; an empty text is none.
 */
public sealed interface RequestedVersion {
  /** The query asks for no version. */
  record Current() implements RequestedVersion {}

  /**
   * The query asks for a version, which need not exist.
   *
   * @param number at least 1
   */
  record Published(int number) implements RequestedVersion {}

  /** The text of {@code _v} is no number of a version. */
  record Malformed() implements RequestedVersion {}

  /** The name of the query parameter. */
  String PARAMETER = ControlParameters.VERSION;

  /** Reads a query in time linear in its length; never throws, whatever it holds. */
  static RequestedVersion of(RawQuery query) {
    return mayHoldVersion(query.text())
        ? Parameters.read(Names.NONE, query)
            .text(PARAMETER)
            .filter(text -> !text.isEmpty())
            .map(RequestedVersion::of)
            .orElse(new Current())
        : new Current();
  }

  private static RequestedVersion of(String text) {
    return parse(text).<RequestedVersion>map(Published::new).orElse(new Malformed());
  }

  /** Returns the number that a text writes; empty if it is none of a version. */
  static Optional<Integer> parse(String text) {
    return Names.NUMBER.matcher(text).matches()
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /** Whether a parameter could be {@code _v}, percent-encoded or not. */
  private static boolean mayHoldVersion(String query) {
    return query.contains("_v")
        || query.contains("_V")
        || query.contains("_%")
        || query.contains("%5");
  }

  /** What queries are read with. */
  final class Names {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}+");

    /** Declares no field, since control parameters are none. */
    private static final Template NONE = Template.blank("none", new Size(1, 1), Rgba.WHITE);

    private Names() {}
  }
}
