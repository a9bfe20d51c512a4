package dev.nameplate.http.image;

import dev.nameplate.template.TemplateId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed path of a picture; the grammar is in {@code app/docs/url-format.md}. {@code %40} and
 * {@code %7E} are {@code @} and {@code ~} (RFC 3986, section 6.2.2); with any other escape the path
 * is not that of a picture.
 *
 * @param id of the template, which need not exist; no segment of it is reserved
 * @param variant the name after {@code ~}; empty where there is none
 * @param scale as written, {@code 2}, whether offered or not; empty where the path has none
 * @param format the ending, {@code png}; empty where {@code Accept} decides
 */
public record PictureTarget(
    TemplateId id, Optional<String> variant, Optional<String> scale, Optional<String> format) {
  /** Possessive quantifiers: matching never backtracks. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "/i/("
              + TemplateId.GRAMMAR
              + ")(?:~([a-z0-9][a-z0-9-]*+))?+"
              + "(?:@(\\d{1,4}+(?:\\.\\d{1,4}+)?+)x)?+(?:\\.([a-z0-9]+))?+");

  private static final int MAX_LENGTH = 512;

  /**
   * Parses the raw path of a request, without its query.
   *
   * @return empty if the path does not follow the grammar or has more than 512 characters
   */
  public static Optional<PictureTarget> parse(String rawPath) {
    if (rawPath.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = GRAMMAR.matcher(decoded(rawPath));
    return matcher.matches()
        ? TemplateId.parse(matcher.group(1))
            .map(
                id ->
                    new PictureTarget(
                        id,
                        Optional.ofNullable(matcher.group(2)),
                        Optional.ofNullable(matcher.group(3)),
                        Optional.ofNullable(matcher.group(4))))
        : Optional.empty();
  }

  private static String decoded(String rawPath) {
    return rawPath.indexOf('%') < 0
        ? rawPath
        : rawPath.replace("%40", "@").replace("%7E", "~").replace("%7e", "~");
  }
}
