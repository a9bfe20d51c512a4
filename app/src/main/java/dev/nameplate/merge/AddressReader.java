package dev.nameplate.merge;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.template.Field;

/**
 * Values for machines: codes and addresses of QR codes. None is cut to length: a piece of a ticket
 * number or of an address is another one, so a value that is too long is refused.
 */
final class AddressReader {
  private static final String CODE_SIGNS = "-_./#!*+";

  private AddressReader() {}

  /**
   * Letters and digits of any script with {@code - _ . / # ! * +} between or around them, unless it
   * is an address of the web ({@link WebAddresses}).
   */
  static Reading code(Field field, String text) {
    boolean letters = text.codePoints().anyMatch(UCharacter::isLetterOrDigit);
    if (!letters || !text.codePoints().allMatch(AddressReader::isOfCode)) {
      return checked(field, text, new Reading.Refused("not a code"));
    }
    boolean address = WebAddresses.inText(text);
    return checked(
        field, text, address ? new Reading.Refused("a web address") : Reading.text(text));
  }

  private static boolean isOfCode(int c) {
    return CODE_SIGNS.indexOf(c) >= 0 || UCharacter.isLetterOrDigit(c);
  }

  /**
   * An address with the scheme {@code http}, {@code https}, {@code mailto} or {@code tel}, as
   * {@link LinkReader} takes it.
   */
  static Reading url(Field field, String text) {
    return LinkReader.read(text)
        .map(link -> checked(field, link.text(), Reading.text(link.text())))
        .orElseGet(() -> new Reading.Refused("not a URL"));
  }

  /** The reading, unless its text is longer than the field allows. */
  static Reading checked(Field field, String text, Reading reading) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new Reading.Refused("longer than maxLength")
        : reading;
  }
}
