package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.Ascii;
import java.nio.charset.StandardCharsets;

/**
 * Builds a query. Everything but the unreserved characters of RFC 3986 (letters, digits and {@code
 * - . _ ~}) is percent-encoded as UTF-8, so that email platforms and proxies leave it unchanged.
 * Not safe for threads.
 */
public final class QueryWriter {
  private static final String DIGITS = "0123456789ABCDEF";

  private final StringBuilder query = new StringBuilder();

  /**
   * Appends a parameter and percent-encodes its name and value.
   *
   * @return this
   */
  public QueryWriter text(String name, String text) {
    return raw(name, encoded(text));
  }

  /**
   * Appends a parameter whose value is already percent-encoded; the name is encoded.
   *
   * @return this
   */
  public QueryWriter raw(String name, String value) {
    next().append(encoded(name)).append('=').append(value);
    return this;
  }

  /**
   * Appends a parameter whose value is a list of names. The value is percent-encoded, but its
   * commas are kept.
   *
   * @param texts the names, separated by commas
   * @return this
   */
  public QueryWriter list(String name, String texts) {
    return raw(name, encoded(texts).replace("%2C", ","));
  }

  /**
   * Appends another query unchanged, after a separator {@code _} that keeps its first segment from
   * being appended to the value before it.
   *
   * @return this
   */
  public QueryWriter rest(RawQuery other) {
    String text = other.text();
    next().append("_&").append(text, text.startsWith("?") ? 1 : 0, text.length());
    return this;
  }

  /** Returns the query so far, without a question mark; empty if nothing was appended. */
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

  /** Has the length only, since the values may be a recipient's data. */
  @Override
  public String toString() {
    return "QueryWriter[" + query.length() + " chars]";
  }
}
