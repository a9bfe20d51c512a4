package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.policy.DomainDetector;
import dev.nameplate.template.field.Field;

/**
 * Reads codes and URLs. A value that is too long is refused and never cut, since a part of a ticket
 * number or URL would mean something else.
 */
final class CodeAndUrlParser {
  private static final String CODE_SIGNS = "-_./#!*+";

  private CodeAndUrlParser() {}

  /**
   * Accepts letters and digits of any script and {@code - _ . / # ! * +}, at least one letter or
   * digit, but no web address ({@link DomainDetector}).
   */
  static ParsedValue code(Field field, String text) {
    boolean letters = text.codePoints().anyMatch(UCharacter::isLetterOrDigit);
    if (!letters || !text.codePoints().allMatch(CodeAndUrlParser::isOfCode)) {
      return checked(field, text, new ParsedValue.Refused("not a code"));
    }
    boolean address = DomainDetector.inText(text);
    return checked(
        field, text, address ? new ParsedValue.Refused("a web address") : ParsedValue.text(text));
  }

  private static boolean isOfCode(int c) {
    return CODE_SIGNS.indexOf(c) >= 0 || UCharacter.isLetterOrDigit(c);
  }

  /**
   * Accepts a URL with the scheme {@code http}, {@code https}, {@code mailto} or {@code tel}, as
   * {@link LinkReader} reads it.
   */
  static ParsedValue url(Field field, String text) {
    return LinkReader.read(text)
        .map(link -> checked(field, link.text(), ParsedValue.text(link.text())))
        .orElseGet(() -> new ParsedValue.Refused("not a URL"));
  }

  /**
   * The given result, or a refusal if the text has more code points than the field's {@code
   * maxLength}.
   */
  static ParsedValue checked(Field field, String text, ParsedValue parsedValue) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new ParsedValue.Refused("longer than maxLength")
        : parsedValue;
  }
}
