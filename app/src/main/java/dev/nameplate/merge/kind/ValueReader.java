package dev.nameplate.merge.kind;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;

/** Reads clean text as a field's kind wants it. */
public final class ValueReader {
  private ValueReader() {}

  public static ParsedValue read(
      Template template, Field field, String text, RemoteUrlPolicy addresses) {
    return switch (field.kind()) {
      case NAME, TEXT -> ParsedValue.text(text);
      case NUMBER, MONEY -> NumberReader.read(field, template.locale(), text);
      case DATE -> DateReader.read(template, field, text);
      case CHOICE -> ChoiceReader.read(field, text);
      case CODE -> CodeAndUrlParser.code(field, text);
      case PAYLOAD -> PayloadReader.read(field, text);
      case URL -> CodeAndUrlParser.url(field, text);
      case IMAGE -> ImageValueParser.read(template, field, text, addresses);
    };
  }
}
