package dev.nameplate.merge;

import dev.nameplate.template.Field;
import dev.nameplate.template.Template;
import java.util.Optional;

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
    Optional<LinkReader.Link> link =
        LinkReader.read(text).filter(found -> isCallable(found, addresses));
    if (link.isEmpty()) {
      return new Reading.Refused("not a picture");
    }
    String address = link.get().text();
    return field.listsHost(link.get().host())
        ? AddressReader.checked(field, address, new Reading.Read(FieldValue.Outside.at(address)))
        : new Reading.Refused("host not listed");
  }

  private static boolean isCallable(LinkReader.Link link, PictureAddresses addresses) {
    boolean secure = link.scheme().equals("https");
    return addresses == PictureAddresses.OPERATORS
        ? secure || link.scheme().equals("http")
        : secure && (link.port() == -1 || link.port() == HTTPS_PORT);
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
