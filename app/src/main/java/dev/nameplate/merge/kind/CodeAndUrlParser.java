package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.template.field.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Values for machines: codes and addresses of QR codes. None is cut to length: a piece of a ticket
 * number or of an address is another one, so a value that is too long is refused.
 */
final class CodeAndUrlParser {
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<String> OPAQUE = Set.of("mailto", "tel");

  private CodeAndUrlParser() {}

  /** Letters and digits of any script, and the dash. */
  static ParsedValue code(Field field, String text) {
    boolean code = text.codePoints().allMatch(c -> c == '-' || UCharacter.isLetterOrDigit(c));
    return checked(
        field, text, code ? ParsedValue.text(text) : new ParsedValue.Refused("not a code"));
  }

  /**
   * An absolute URI (RFC 3986) with the scheme {@code http}, {@code https}, {@code mailto} or
   * {@code tel}. One that holds user data before its host is refused: it looks like another site's.
   */
  static ParsedValue url(Field field, String text) {
    boolean url = uri(text).filter(CodeAndUrlParser::isOpenable).isPresent();
    return checked(
        field, text, url ? ParsedValue.text(text) : new ParsedValue.Refused("not a URL"));
  }

  /** The reading, unless its text is longer than the field allows. */
  static ParsedValue checked(Field field, String text, ParsedValue parsedValue) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new ParsedValue.Refused("longer than maxLength")
        : parsedValue;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isOpenable(URI uri) {
    String scheme = scheme(uri);
    if (OPAQUE.contains(scheme)) {
      return uri.isOpaque();
    }
    String authority = uri.getRawAuthority();
    return WEB.contains(scheme)
        && authority != null
        && !authority.startsWith(":")
        && authority.indexOf('@') < 0;
  }

  private static String scheme(URI uri) {
    String scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }
}
