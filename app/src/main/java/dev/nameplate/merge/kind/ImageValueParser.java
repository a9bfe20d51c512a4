package dev.nameplate.merge.kind;

import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/**
 * Reads values of kind {@code image}: a path of the template's assets, or the URL of a remote
 * image.
 */
final class ImageValueParser {
  private static final String ASSETS = "assets/";
  private static final int HTTPS_PORT = 443;

  private ImageValueParser() {}

  /**
   * Accepts a path of the template's assets, with or without {@code assets/}, or a URL on one of
   * the field's hosts.
   */
  static ParsedValue read(Template template, Field field, String text, RemoteUrlPolicy remoteUrls) {
    if (isAssetPath(text)) {
      String path = text.startsWith(ASSETS) ? text : ASSETS + text;
      return template.assets().contains(path)
          ? CodeAndUrlParser.checked(
              field, text, new ParsedValue.Read(new FieldValue.Picture(path)))
          : new ParsedValue.Refused("no such asset");
    }
    return remote(field, text, remoteUrls);
  }

  private static ParsedValue remote(Field field, String text, RemoteUrlPolicy remoteUrls) {
    Optional<LinkReader.Link> link =
        LinkReader.read(text).filter(found -> isAllowed(found, remoteUrls));
    if (link.isEmpty()) {
      return new ParsedValue.Refused("not a picture");
    }
    String address = link.get().text();
    return field.listsHost(link.get().host())
        ? CodeAndUrlParser.checked(
            field, address, new ParsedValue.Read(FieldValue.RemoteImageUrl.at(address)))
        : new ParsedValue.Refused("host not listed");
  }

  private static boolean isAllowed(LinkReader.Link link, RemoteUrlPolicy remoteUrls) {
    boolean secure = link.scheme().equals("https");
    return remoteUrls == RemoteUrlPolicy.OPERATORS
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
