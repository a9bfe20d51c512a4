package dev.nameplate.http.image;

import dev.nameplate.template.TemplateId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture's path, read by the one grammar there is. {@code %40} and {@code %7E} are {@code @} and
 * {@code ~} (RFC 3986, section 6.2.2); every other escape makes it no picture's path.
 *
 * @param id of the template; no segment of it is reserved
 * @param variant the name behind {@code ~}; empty where there is none
 * @param scale as written, {@code 2}, offered or not; empty for 1x
 * @param format the ending, {@code png}; empty where the asker's {@code Accept} decides
 */
public record PictureTarget(
    TemplateId id, Optional<String> variant, Optional<String> scale, Optional<String> format) {
  /** Possessive, so that no path makes it look twice. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "/i/("
              + TemplateId.GRAMMAR
              + ")(?:~([a-z0-9][a-z0-9-]*+))?+"
              + "(?:@(\\d{1,4}+(?:\\.\\d{1,4}+)?+)x)?+(?:\\.([a-z0-9]+))?+");

  private static final int LONGEST = 512;

  /**
   * Reads a raw path.
   *
   * @return empty where it is no picture's path
   */
  public static Optional<PictureTarget> parse(String rawPath) {
    if (rawPath.length() > LONGEST) {
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
