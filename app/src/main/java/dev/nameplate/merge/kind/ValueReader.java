package dev.nameplate.merge.kind;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;

/** Reads clean text as a value of a field's kind. */
public final class ValueReader {
  private ValueReader() {}

  /**
   * Parses a text by the kind of its field.
   *
   * @param template gives locale, time zone and assets
   * @param text cleaned, not empty
   * @param remoteUrls which URLs an image field accepts
   * @return the value, or the reason why it is invalid; never throws, whatever the text holds
   */
  public static ParsedValue read(
      Template template, Field field, String text, RemoteUrlPolicy remoteUrls) {
    return switch (field.kind()) {
      case NAME, TEXT -> ParsedValue.text(text);
      case NUMBER, MONEY -> NumberReader.read(field, template.locale(), text);
      case DATE -> DateReader.read(template, field, text);
      case CHOICE -> ChoiceReader.read(field, text);
      case CODE -> CodeAndUrlParser.code(field, text);
      case PAYLOAD -> PayloadReader.read(field, text);
      case URL -> CodeAndUrlParser.url(field, text);
      case IMAGE -> ImageValueParser.read(template, field, text, remoteUrls);
    };
  }
}
