package dev.nameplate.merge;

import dev.nameplate.template.Field;
import dev.nameplate.template.Template;

/** Reads clean text as a field's kind wants it. */
final class ValueReader {
  private ValueReader() {}

  static Reading read(Template template, Field field, String text, PictureAddresses addresses) {
    return switch (field.kind()) {
      case NAME, TEXT -> Reading.text(text);
      case NUMBER, MONEY -> NumberReader.read(field, template.locale(), text);
      case DATE -> DateReader.read(template, field, text);
      case CHOICE -> ChoiceReader.read(field, text);
      case CODE -> AddressReader.code(field, text);
      case PAYLOAD -> PayloadReader.read(field, text);
      case URL -> AddressReader.url(field, text);
      case IMAGE -> PictureReader.read(template, field, text, addresses);
    };
  }
}
