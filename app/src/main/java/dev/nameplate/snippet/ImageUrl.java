package dev.nameplate.snippet;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /**
   * Whether a text is an http or https URL that can be a base.
   *
   * @param text to be checked
   * @return true where it has a scheme in lower case and at least one character after it, and no
   *     query, fragment, white space, quote, backquote, {@code <}, {@code >}, {@code &} or
   *     backslash
   */
  public static boolean isBase(String text) {
    return BASE.matcher(text).matches();
  }

  /** Whether only programs on the same machine can reach it. */
  boolean isLocal() {
    return LOCAL_HOST.matcher(base).lookingAt();
  }

  /**
   * The URL at 2x, for dense screens, as PNG where the template offers it and else in its first
   * format.
   *
   * @param template gives the formats
   * @param base as {@link #isBase}, which is not checked here; empty for a path without a host
   */
  public static ImageUrl of(Template template, String base) {
    return of(template, base, Optional.empty());
  }

  /**
   * The URL at 2x in the format that is best to paste.
   *
   * @param template gives the formats
   * @param base as {@link #isBase}, which is not checked here; empty for a path without a host
   * @param choice one of the template's formats; where it is empty, PNG is the choice, or the first
   *     format of a template without PNG
   */
  public static ImageUrl of(Template template, String base, Optional<FormatChoice> choice) {
    String format = choice.map(best -> best.format().ending()).orElseGet(() -> format(template));
    return new ImageUrl(base, Scale.TWO, format);
  }

  /**
   * The URL at the smallest scale of the template and with an empty base, for thumbnails; PNG where
   * the template offers it and else its first format.
   *
   * @param template gives the scales and formats
   */
  public static ImageUrl small(Template template) {
    return new ImageUrl("", Collections.min(template.output().scales()), format(template));
  }

  private static String format(Template template) {
    List<String> formats = template.output().endings();
    return formats.contains("png") ? "png" : formats.get(0);
  }

  /**
   * The path of a template's picture from the root of the server, {@code /i/welcome@2x.png}; {@code
   * /i/welcome.png} at 1x. The base is not part of it.
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
