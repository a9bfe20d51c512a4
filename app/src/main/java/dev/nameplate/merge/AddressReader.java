package dev.nameplate.merge;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.template.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Values for machines: codes, addresses of QR codes, pictures. None is cut to length: a piece of a
 * ticket number or of an address is another one, so a value that is too long is refused.
 */
final class AddressReader {
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<String> OPAQUE = Set.of("mailto", "tel");
  private static final String ASSETS = "assets/";
  private static final int HTTPS_PORT = 443;

  private AddressReader() {}

  /** Letters and digits of any script, and the dash. */
  static Reading code(Field field, String text) {
    boolean code = text.codePoints().allMatch(c -> c == '-' || UCharacter.isLetterOrDigit(c));
    return checked(field, text, code ? Reading.text(text) : new Reading.Refused("not a code"));
  }

  /**
   * An absolute URI (RFC 3986) with the scheme {@code http}, {@code https}, {@code mailto} or
   * {@code tel}. One that holds user data before its host is refused: it looks like another site's.
   */
  static Reading url(Field field, String text) {
    boolean url = uri(text).filter(AddressReader::isOpenable).isPresent();
    return checked(field, text, url ? Reading.text(text) : new Reading.Refused("not a URL"));
  }

  /** A file of the template's assets, or an {@code https} address on one of the field's hosts. */
  static Reading image(Field field, Set<String> assets, String text) {
    if (isAssetPath(text)) {
      String path = text.startsWith(ASSETS) ? text : ASSETS + text;
      return assets.contains(path)
          ? checked(field, text, new Reading.Read(new FieldValue.Picture(path)))
          : new Reading.Refused("no such asset");
    }
    Optional<URI> address = uri(text).filter(AddressReader::isSecure);
    if (address.isEmpty()) {
      return new Reading.Refused("not a picture");
    }
    boolean listed = address.filter(uri -> isListed(uri.getHost(), field.hosts())).isPresent();
    return listed
        ? checked(field, text, new Reading.Read(new FieldValue.Picture(text)))
        : new Reading.Refused("host not listed");
  }

  private static Reading checked(Field field, String text, Reading reading) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new Reading.Refused("longer than maxLength")
        : reading;
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

  private static boolean isSecure(URI uri) {
    return scheme(uri).equals("https")
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT);
  }

  private static String scheme(URI uri) {
    String scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  /** Whether a host is one of a list, in which {@code *.} stands for one label or more. */
  private static boolean isListed(String host, List<String> hosts) {
    String small = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .map(listed -> listed.toLowerCase(Locale.ROOT))
        .anyMatch(
            listed ->
                listed.startsWith("*.")
                    ? small.endsWith(listed.substring(1)) && small.length() >= listed.length()
                    : small.equals(listed));
  }

  private static boolean isAssetPath(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Ascii.isIdentifier(c) || c == '/')
        && !text.startsWith("/")
        && !text.startsWith(".")
        && !text.endsWith("/")
        && !text.contains("..")
        && !text.contains("//")
        && !text.contains("/.");
  }
}
