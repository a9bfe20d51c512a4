package dev.nameplate.snippet;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The URL of a template's picture without values.
 *
 * @param base scheme, host and optional path prefix, {@code https://img.example.com}; slashes at
 *     the end are removed
 * @param scale of the picture
 * @param format a file extension, {@code png}
 */
public record ImageUrl(String base, Scale scale, String format) {
  /** The default address of a server on this machine. */
  public static final String LOCAL = "http://localhost:8080";

  private static final Pattern BASE = Pattern.compile("https?://[^\\s?#\"'<>&`\\\\]+");

  private static final Pattern LOCAL_HOST =
      Pattern.compile("https?://(?:localhost|127(?:\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0)(?:[:/].*)?$");

  public ImageUrl {
    base = base.replaceFirst("/+$", "");
  }

  /** Whether a text is an http or https URL without query and fragment. */
  public static boolean isBase(String text) {
    return BASE.matcher(text).matches();
  }

  /** Whether only programs on the same machine can reach it. */
  boolean isLocal() {
    return LOCAL_HOST.matcher(base).lookingAt();
  }

  /**
   * At 2x, for dense screens, as PNG where the template offers it and else in its first format.
   *
   * @param template gives the formats
   * @param base as {@link #isBase}
   */
  public static ImageUrl of(Template template, String base) {
    return new ImageUrl(base, Scale.TWO, format(template));
  }

  /** At the smallest scale of the template and without a base, for thumbnails. */
  public static ImageUrl small(Template template) {
    return new ImageUrl("", Collections.min(template.output().scales()), format(template));
  }

  private static String format(Template template) {
    List<String> formats = template.output().endings();
    return formats.contains("png") ? "png" : formats.get(0);
  }

  /**
   * The path of a template's picture, {@code /i/welcome@2x.png}.
   *
   * @param template its id
   */
  public String path(String template) {
    String at = scale.equals(Scale.ONE) ? "" : "@" + scale.label() + "x";
    return "/i/" + template + at + "." + format;
  }

  /**
   * The URL of a template's picture without a query.
   *
   * @param template its id
   */
  String of(String template) {
    return base + path(template);
  }
}
