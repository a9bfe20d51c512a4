package dev.nameplate.snippet;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An address without its values.
 *
 * @param base what stands before the path, {@code https://img.example.com}
 * @param format a file ending
 */
public record ImageUrl(String base, Scale scale, String format) {
  /** Where a server started by hand listens. */
  public static final String LOCAL = "http://localhost:8080";

  private static final Pattern BASE = Pattern.compile("https?://[^\\s?#\"'<>&`\\\\]+");

  private static final Pattern LOCAL_HOST =
      Pattern.compile("https?://(?:localhost|127(?:\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0)(?:[:/].*)?$");

  public ImageUrl {
    base = base.replaceFirst("/+$", "");
  }

  /** Whether a text can stand before a path. */
  public static boolean isBase(String text) {
    return BASE.matcher(text).matches();
  }

  /** Whether only programs of the same machine find it. */
  boolean isLocal() {
    return LOCAL_HOST.matcher(base).lookingAt();
  }

  /** At twice the size, which is sharp on a phone, in the format most suited to what is drawn. */
  public static ImageUrl of(Template template, String base) {
    return new ImageUrl(base, Scale.TWO, format(template));
  }

  /** As small as the template offers, for where it is shown smaller still. */
  public static ImageUrl small(Template template) {
    return new ImageUrl("", Collections.min(template.output().scales()), format(template));
  }

  private static String format(Template template) {
    List<String> formats = template.output().endings();
    return formats.contains("png") ? "png" : formats.get(0);
  }

  /** The path of a template's picture. */
  public String path(String template) {
    String at = scale.equals(Scale.ONE) ? "" : "@" + scale.label() + "x";
    return "/i/" + template + at + "." + format;
  }

  /** The address of a template's picture, without a query. */
  String of(String template) {
    return base + path(template);
  }
}
