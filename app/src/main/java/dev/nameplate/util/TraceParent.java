package dev.nameplate.util;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} of a request (W3C Trace Context, section 3.2), by which traces of
 * several programs are joined. It holds digits alone, so no value of a recipient.
 *
 * @param text as it was received, 55 characters
 */
public record TraceParent(String text) {
  /** The header's name. */
  public static final String HEADER = "traceparent";

  private static final int LENGTH = 55;
  private static final int ID = 3;
  private static final int ID_END = 35;
  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * @throws IllegalArgumentException where the text has another form
   */
  public TraceParent {
    if (text.length() != LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no traceparent of 55 characters");
    }
  }

  /**
   * Reads a header.
   *
   * @param header null where there is none
   * @return empty for none and for one of another form, which is ignored as the standard says
   */
  public static Optional<TraceParent> parse(@Nullable String header) {
    return header != null && header.length() == LENGTH && FORM.matcher(header).matches()
        ? Optional.of(new TraceParent(header))
        : Optional.empty();
  }

  /** Returns the trace's id, 32 hexadecimal digits. */
  public String traceId() {
    return text.substring(ID, ID_END);
  }
}
