package dev.nameplate.merge;

import dev.nameplate.template.Field;
import dev.nameplate.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Values of kind {@code image}: a file of the template's assets, or an address outside. */
final class PictureReader {
  private static final String ASSETS = "assets/";
  private static final int HTTPS_PORT = 443;

  private PictureReader() {}

  /** A file of the template's assets, or an address on one of the field's hosts. */
  static Reading read(Template template, Field field, String text, PictureAddresses addresses) {
    if (isAssetPath(text)) {
      String path = text.startsWith(ASSETS) ? text : ASSETS + text;
      return template.assets().contains(path)
          ? AddressReader.checked(field, text, new Reading.Read(new FieldValue.Picture(path)))
          : new Reading.Refused("no such asset");
    }
    return outside(field, text, addresses);
  }

  private static Reading outside(Field field, String text, PictureAddresses addresses) {
    try {
      URI uri = new URI(text);
      if (!isCallable(uri, addresses)) {
        return new Reading.Refused("not a picture");
      }
      return field.listsHost(uri.getHost())
          ? AddressReader.checked(field, text, new Reading.Read(FieldValue.Outside.at(text)))
          : new Reading.Refused("host not listed");
    } catch (URISyntaxException wrong) {
      return new Reading.Refused("not a picture");
    }
  }

  /** With a host, and without a name and password before it. */
  private static boolean isCallable(URI uri, PictureAddresses addresses) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getScheme() == null) {
      return false;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    return addresses == PictureAddresses.OPERATORS
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
