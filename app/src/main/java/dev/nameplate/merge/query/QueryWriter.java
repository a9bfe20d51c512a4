package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.Ascii;
import java.nio.charset.StandardCharsets;

/**
 * Puts a query together. A text is encoded so strictly (RFC 3986: all but letters, digits and
 * {@code - . _ ~}) that nothing on its way has a reason to touch it, and that it is read back as it
 * was.
 */
public final class QueryWriter {
  private static final String DIGITS = "0123456789ABCDEF";

  private final StringBuilder query = new StringBuilder();

  /** Adds a parameter with a text. */
  public QueryWriter text(String name, String text) {
    return raw(name, encoded(text));
  }

  /** Adds a parameter whose value is encoded already. */
  public QueryWriter raw(String name, String value) {
    next().append(encoded(name)).append('=').append(value);
    return this;
  }

  /** Adds a parameter with a list of names, or another text of which only commas are not plain. */
  public QueryWriter list(String name, String texts) {
    return raw(name, encoded(texts).replace("%2C", ","));
  }

  /** Adds what another query holds; no part of it runs together with what stands before it. */
  public QueryWriter rest(RawQuery other) {
    String text = other.text();
    next().append("_&").append(text, text.startsWith("?") ? 1 : 0, text.length());
    return this;
  }

  /** All of it, without a question mark. */
  public RawQuery query() {
    return new RawQuery(query.toString());
  }

  private StringBuilder next() {
    return query.length() == 0 ? query : query.append('&');
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Ascii.isIdentifier(b) || b == '~';
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%').append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return "QueryWriter[" + query.length() + " chars]";
  }
}
