package dev.nameplate.snippet;

/** Texts as HTML writes them. */
public final class HtmlEscaper {
  private HtmlEscaper() {}

  /** A text for an element or a quoted attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
