package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.policy.DomainDetector;
import dev.nameplate.template.field.Field;

/**
 * Values for machines: codes and addresses of QR codes. None is cut to length: a piece of a ticket
 * number or of an address is another one, so a value that is too long is refused.
 */
final class CodeAndUrlParser {
  private static final String CODE_SIGNS = "-_./#!*+";

  private CodeAndUrlParser() {}

  /**
   * Letters and digits of any script with {@code - _ . / # ! * +} between or around them, unless it
   * is an address of the web ({@link DomainDetector}).
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
   * An address with the scheme {@code http}, {@code https}, {@code mailto} or {@code tel}, as
   * {@link LinkReader} takes it.
   */
  static ParsedValue url(Field field, String text) {
    return LinkReader.read(text)
        .map(link -> checked(field, link.text(), ParsedValue.text(link.text())))
        .orElseGet(() -> new ParsedValue.Refused("not a URL"));
  }

  /** The reading, unless its text is longer than the field allows. */
  static ParsedValue checked(Field field, String text, ParsedValue parsedValue) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new ParsedValue.Refused("longer than maxLength")
        : parsedValue;
  }
}
