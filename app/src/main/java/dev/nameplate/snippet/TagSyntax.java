package dev.nameplate.snippet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an email platform writes a merge tag. In each form {@code @} is replaced by the name.
 *
 * @param plain the value unchanged, {@code *|@|*}
 * @param encoded the value percent-encoded; empty where the platform cannot do that
 * @param escaped the value escaped for HTML; empty where the platform does that by default or
 *     cannot
 * @param branch a condition on whether there is a value; empty where the platform has none
 */
record TagSyntax(
    String plain, Optional<String> encoded, Optional<String> escaped, Optional<Branch> branch) {

  /**
   * A choice between two texts.
   *
   * @param test before the first text, {@code *|IF:@|*}
   * @param otherwise between the two texts
   * @param end after the second text
   */
  record Branch(String test, String otherwise, String end) {}

  /** A syntax without encoding, escaping and conditions. */
  static TagSyntax of(String plain) {
    return new TagSyntax(plain, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A copy with a form that percent-encodes. */
  TagSyntax encodedAs(String form) {
    return new TagSyntax(plain, Optional.of(form), escaped, branch);
  }

  /** A copy with a form that escapes for HTML. */
  TagSyntax escapedAs(String form) {
    return new TagSyntax(plain, encoded, Optional.of(form), branch);
  }

  /** A copy with conditions. */
  TagSyntax withBranch(String test, String otherwise, String end) {
    return new TagSyntax(plain, encoded, escaped, Optional.of(new Branch(test, otherwise, end)));
  }

  /** The tag for a URL: the percent-encoded form where there is one. */
  String inAddress(String name) {
    return filled(encoded.orElse(plain), name);
  }

  /** The tag for an attribute's text: the escaped form where there is one. */
  String inText(String name) {
    return filled(escaped.orElse(plain), name);
  }

  /**
   * One text where the property has a value and another where it has none; empty where the platform
   * has no conditions.
   */
  Optional<String> either(String name, String there, String absent) {
    return branch.map(
        forms -> filled(forms.test(), name) + there + forms.otherwise() + absent + forms.end());
  }

  /**
   * The content of a tag in this syntax, without surrounding spaces; empty where the text is no
   * such tag.
   */
  Optional<String> insideOf(String tag) {
    return Stream.concat(Stream.of(encoded, escaped).flatMap(Optional::stream), Stream.of(plain))
        .map(form -> pattern(form).matcher(tag.strip()))
        .filter(Matcher::matches)
        .map(match -> match.group(1).strip())
        .findFirst();
  }

  private static Pattern pattern(String form) {
    List<String> around = List.of(form.split("@", 2));
    return Pattern.compile(spaced(around.get(0)) + "(.+?)" + spaced(around.get(1)));
  }

  /** A pattern of the literal text, in which a space matches any number of spaces. */
  private static String spaced(String text) {
    return Pattern.quote(text).replace(" ", "\\E\\s*\\Q");
  }

  private static String filled(String form, String name) {
    return form.replace("@", name);
  }
}
