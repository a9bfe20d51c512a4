package dev.nameplate.merge.kind;

import com.ibm.icu.text.IDNA;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.decode.LenientUtf8;
import dev.nameplate.merge.decode.LinkEscapes;
import dev.nameplate.merge.decode.PercentDecoder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a URL as browsers do (WHATWG URL Standard, section 4.4) and percent-encodes what RFC 3986
 * does not allow, so that every QR reader recognizes all of it. Valid characters stay unchanged; an
 * internationalized host becomes its ASCII form (UTS 46).
 */
final class LinkReader {
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<String> OPAQUE = Set.of("mailto", "tel");
  private static final int LAST_PORT = 65_535;

  /**
   * Characters that a decoded host must not contain (WHATWG URL Standard, forbidden domain code
   * points).
   */
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}\u007f";

  private static final IDNA HOSTS =
      IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

  /** UTS 46 errors that browsers accept. */
  private static final Set<IDNA.Error> ACCEPTED_ERRORS =
      EnumSet.of(
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4,
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG);

  private LinkReader() {}

  /**
   * A URL that can be opened. It is personal data: {@code toString} gives its length only.
   *
   * @param text the whole URL, in the characters of RFC 3986
   * @param scheme in lower case
   * @param host in ASCII, IPv6 in brackets; empty for {@code mailto} and {@code tel}
   * @param port as written, 0 to 65535; -1 if none is
   */
  record Link(String text, String scheme, String host, int port) {
    @Override
    public String toString() {
      return "Link[" + text.length() + " chars]";
    }
  }

  /**
   * Parses an absolute {@code http}, {@code https}, {@code mailto} or {@code tel} URL.
   *
   * @return empty if it is none of these, has no host, or has a user name or password before its
   *     host, with which it can look like another site's
   */
  static Optional<Link> read(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (OPAQUE.contains(scheme)) {
      return opaque(scheme, text, colon + 1);
    }
    return WEB.contains(scheme) ? web(scheme, text, colon + 1) : Optional.empty();
  }

  /**
   * Refuses a space after {@code tel:}: it was a plus sign that was decoded, and the number would
   * be another one.
   */
  private static Optional<Link> opaque(String scheme, String text, int start) {
    boolean none = start == text.length() || text.charAt(start) == '/' || text.charAt(start) == ' ';
    String kept = scheme.equals("tel") ? text.replace(" ", "") : text.replace("\\", "%5C");
    return none
        ? Optional.empty()
        : Optional.of(new Link(LinkEscapes.rest(kept, start), scheme, "", -1));
  }

  private static Optional<Link> web(String scheme, String text, int afterColon) {
    int start = afterColon;
    while (start < text.length() && isSlash(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length()
        && !isSlash(text.charAt(end))
        && "?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String written = text.substring(0, afterColon) + "//";
    String rest = LinkEscapes.rest(text.substring(end), 0);
    return authority(text.substring(start, end))
        .map(at -> new Link(written + at.text() + rest, scheme, at.host(), at.port()));
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private record Authority(String host, String portText, int port) {
    String text() {
      return host + portText;
    }
  }

  private static Optional<Authority> authority(String text) {
    int colon = text.indexOf(':', text.lastIndexOf(']') + 1);
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "" : text.substring(colon + 1);
    boolean number = port.length() <= 5 && port.chars().allMatch(Ascii::isDigit);
    int value = port.isEmpty() || !number ? -1 : Integer.parseInt(port);
    return number && value <= LAST_PORT
        ? host(host).map(ascii -> new Authority(ascii, colon < 0 ? "" : ":" + port, value))
        : Optional.empty();
  }

  private static Optional<String> host(String text) {
    if (text.startsWith("[")) {
      return isLiteral(text) ? Optional.of(text) : Optional.empty();
    }
    String decoded =
        text.indexOf('%') < 0
            ? text
            : LenientUtf8.read(PercentDecoder.bytes(LinkEscapes.plus(text)));
    String ascii = decoded.chars().allMatch(c -> c < 0x80) ? decoded : ascii(decoded);
    boolean right =
        !ascii.isEmpty()
            && ascii.chars().noneMatch(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0)
            && !ascii.chars().allMatch(c -> c == '.');
    return right ? Optional.of(ascii) : Optional.empty();
  }

  private static String ascii(String host) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = HOSTS.nameToASCII(host, new StringBuilder(), info);
    return ACCEPTED_ERRORS.containsAll(info.getErrors()) ? ascii.toString() : "";
  }

  /** Whether it is an IPv6 address in brackets (RFC 3986, 3.2.2), by the JDK's parser. */
  private static boolean isLiteral(String text) {
    try {
      return text.endsWith("]") && new URI("http://" + text).getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
