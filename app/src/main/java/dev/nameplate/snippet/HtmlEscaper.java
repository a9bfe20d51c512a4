package dev.nameplate.snippet;

/** Escapes text for HTML. */
public final class HtmlEscaper {
  private HtmlEscaper() {}

  /**
   * The text with {@code &}, {@code <}, {@code >} and {@code "} as character references, for an
   * element or an attribute in double quotes. An apostrophe is unchanged, so the result is not safe
   * in single quotes.
   */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
