package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.LenientUtf8;
import dev.nameplate.merge.decode.PercentDecoder;
import java.util.Locale;
import java.util.function.Consumer;

/** Splits a raw query at each {@code &}, the only separator of parameters. */
final class Segments {
  private static final String AMP = "amp;";

  private Segments() {}

  /**
   * Passes each segment to a consumer, empty ones too. The {@code amp;} of an HTML-escaped
   * separator is removed; what follows a raw {@code #} is a fragment and is ignored.
   */
  static void each(RawQuery query, Consumer<String> work) {
    String text = query.text();
    int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
    int start = text.startsWith("?") ? 1 : 0;
    while (start <= end) {
      int separator = text.indexOf('&', start);
      int stop = separator < 0 || separator > end ? end : separator;
      work.accept(text.substring(withoutAmp(text, start, stop), stop));
      start = stop + 1;
    }
  }

  private static int withoutAmp(String text, int start, int stop) {
    int at = start;
    while (at + AMP.length() <= stop && text.regionMatches(true, at, AMP, 0, AMP.length())) {
      at += AMP.length();
    }
    return at;
  }

  /** A raw key as it is compared: decoded, stripped, in lower case. */
  static String key(String raw) {
    return folded(LenientUtf8.read(PercentDecoder.bytes(raw)).strip());
  }

  /** A decoded key in lower case. */
  static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
