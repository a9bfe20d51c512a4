package dev.nameplate.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a template: {@code welcome} or {@code spring/welcome}, which is both its folder below
 * the templates and its place in URLs.
 *
 * <p>One or more segments joined by {@code /}; a segment is {@code [a-z0-9][a-z0-9-]*} and none of
 * {@link #RESERVED}, which stand for something else in folders or URLs.
 *
 * @param text as it is written; at most {@value #LONGEST} characters
 */
public record TemplateId(String text) implements Comparable<TemplateId> {
  /** The grammar as a regular expression, possessive, so that no text makes it look twice. */
  public static final String GRAMMAR = "[a-z0-9][a-z0-9-]*+(?:/[a-z0-9][a-z0-9-]*+)*+";

  /** What an id looks like, for messages. */
  public static final String RULE = "lower-case letters, digits and -, folders with /";

  /** Words that no segment of an id may be. */
  public static final Set<String> RESERVED =
      Set.of("versions", "assets", "fonts", "edit", "batch", "sheet", "snippet");

  private static final int LONGEST = 512;
  private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

  /**
   * @throws IllegalArgumentException where the text is no id
   */
  public TemplateId {
    if (!isId(text)) {
      throw new IllegalArgumentException("no id of a template; allowed: " + RULE);
    }
  }

  /** The id of a text; absent where it is none. */
  public static Optional<TemplateId> parse(String text) {
    return isId(text) ? Optional.of(new TemplateId(text)) : Optional.empty();
  }

  /** The first reserved word among the segments of a text; absent where there is none. */
  public static Optional<String> reservedSegment(String text) {
    for (String segment : text.split("/", -1)) {
      if (RESERVED.contains(segment)) {
        return Optional.of(segment);
      }
    }
    return Optional.empty();
  }

  private static boolean isId(String text) {
    return text.length() <= LONGEST
        && PATTERN.matcher(text).matches()
        && reservedSegment(text).isEmpty();
  }

  @Override
  public int compareTo(TemplateId other) {
    return text.compareTo(other.text);
  }

  /** The text itself. */
  @Override
  public String toString() {
    return text;
  }
}
