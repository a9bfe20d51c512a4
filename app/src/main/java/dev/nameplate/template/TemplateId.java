package dev.nameplate.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a template: {@code welcome} or {@code spring/welcome}. It is the template's folder
 * and its place in URLs.
 *
 * <p>One or more segments joined by {@code /}; a segment is {@code [a-z0-9][a-z0-9-]*} and not one
 * of {@link #RESERVED}, which have another meaning in folders or URLs.
 *
 * @param text as it is written; at most 512 characters
 */
public record TemplateId(String text) implements Comparable<TemplateId> {
  /**
   * The grammar as a regular expression; its quantifiers are possessive, so that matching takes
   * linear time.
   */
  public static final String GRAMMAR = "[a-z0-9][a-z0-9-]*+(?:/[a-z0-9][a-z0-9-]*+)*+";

  /** The grammar in words, for messages. */
  public static final String RULE = "lower-case letters, digits and -, folders with /";

  /** Words that no segment may be. */
  public static final Set<String> RESERVED =
      Set.of("versions", "assets", "fonts", "edit", "batch", "sheet", "snippet");

  private static final int MAX_LENGTH = 512;
  private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

  /**
   * An id.
   *
   * @throws IllegalArgumentException where the text is no id
   */
  public TemplateId {
    if (!isId(text)) {
      throw new IllegalArgumentException("no id of a template; allowed: " + RULE);
    }
  }

  /**
   * The id of a text.
   *
   * @param text compared exactly: upper case, and slashes at either end, are not accepted
   * @return empty where the text does not match {@link #GRAMMAR}, has a reserved segment or has
   *     more than 512 characters
   */
  public static Optional<TemplateId> parse(String text) {
    return isId(text) ? Optional.of(new TemplateId(text)) : Optional.empty();
  }

  /**
   * The first segment of a text that is one of {@link #RESERVED}.
   *
   * @param text segments joined by {@code /}; it need not be an id
   * @return empty where no segment is reserved
   */
  public static Optional<String> reservedSegment(String text) {
    for (String segment : text.split("/", -1)) {
      if (RESERVED.contains(segment)) {
        return Optional.of(segment);
      }
    }
    return Optional.empty();
  }

  private static boolean isId(String text) {
    return text.length() <= MAX_LENGTH
        && PATTERN.matcher(text).matches()
        && reservedSegment(text).isEmpty();
  }

  /** Compares the texts by UTF-16 units. */
  @Override
  public int compareTo(TemplateId other) {
    return text.compareTo(other.text);
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
