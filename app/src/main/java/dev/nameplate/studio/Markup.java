package dev.nameplate.studio;

/** Texts as HTML writes them. */
final class Markup {
  private Markup() {}

  /** A text for an element or a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
