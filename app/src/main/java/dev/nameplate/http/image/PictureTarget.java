package dev.nameplate.http.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture's path, read by the one grammar there is.
 *
 * @param id of the template
 * @param scale as written, {@code 2}, offered or not; empty for 1x
 * @param format the ending, {@code png}; empty where the asker's {@code Accept} decides
 */
public record PictureTarget(String id, Optional<String> scale, Optional<String> format) {
  /** Possessive, so that no path makes it look twice. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "/i/([a-z0-9][a-z0-9-]*+(?:/[a-z0-9][a-z0-9-]*+)*+)"
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
    Matcher matcher = GRAMMAR.matcher(rawPath);
    return matcher.matches()
        ? Optional.of(
            new PictureTarget(
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)),
                Optional.ofNullable(matcher.group(3))))
        : Optional.empty();
  }
}
