package dev.nameplate.merge.query;

/**
 * A request's query as received, not decoded. It is personal data: only {@code merge} reads it, and
 * {@code toString} gives its length only.
 *
 * @param text with or without a leading {@code ?}; empty if the request has no query
 */
public record RawQuery(String text) {
  /** The empty query. */
  public static final RawQuery NONE = new RawQuery("");

  @Override
  public String toString() {
    return "RawQuery[" + text.length() + " chars]";
  }
}
