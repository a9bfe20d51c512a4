package dev.nameplate.merge.kind;

import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Values of kind {@code image}: a file of the template's assets, or an address outside. */
final class ImageValueParser {
  private static final String ASSETS = "assets/";
  private static final int HTTPS_PORT = 443;

  private ImageValueParser() {}

  /** A file of the template's assets, or an address on one of the field's hosts. */
  static ParsedValue read(Template template, Field field, String text, RemoteUrlPolicy addresses) {
    if (isAssetPath(text)) {
      String path = text.startsWith(ASSETS) ? text : ASSETS + text;
      return template.assets().contains(path)
          ? CodeAndUrlParser.checked(
              field, text, new ParsedValue.Read(new FieldValue.Picture(path)))
          : new ParsedValue.Refused("no such asset");
    }
    return outside(field, text, addresses);
  }

  private static ParsedValue outside(Field field, String text, RemoteUrlPolicy addresses) {
    try {
      URI uri = new URI(text);
      if (!isCallable(uri, addresses)) {
        return new ParsedValue.Refused("not a picture");
      }
      return field.listsHost(uri.getHost())
          ? CodeAndUrlParser.checked(
              field, text, new ParsedValue.Read(FieldValue.RemoteImageUrl.at(text)))
          : new ParsedValue.Refused("host not listed");
    } catch (URISyntaxException wrong) {
      return new ParsedValue.Refused("not a picture");
    }
  }

  /** With a host, and without a name and password before it. */
  private static boolean isCallable(URI uri, RemoteUrlPolicy addresses) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getScheme() == null) {
      return false;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    return addresses == RemoteUrlPolicy.OPERATORS
        ? secure || scheme.equals("http")
        : secure && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT);
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
