package dev.nameplate.snippet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a sending tool writes a merge tag. In each form {@code @} stands for the name of what is
 * merged in.
 *
 * @param plain the value as it is, {@code *|@|*}
 * @param encoded the value percent-encoded; empty where the tool cannot do that
 * @param escaped the value with HTML's own characters escaped; empty where the tool does that
 *     unasked, or cannot
 * @param branch one text where there is a value and another where there is none; empty where the
 *     tool has no such thing
 */
record TagSyntax(
    String plain, Optional<String> encoded, Optional<String> escaped, Optional<Branch> branch) {

  /**
   * A choice between two texts.
   *
   * @param test before the first, {@code *|IF:@|*}
   */
  record Branch(String test, String otherwise, String end) {}

  static TagSyntax of(String plain) {
    return new TagSyntax(plain, Optional.empty(), Optional.empty(), Optional.empty());
  }

  TagSyntax encodedAs(String form) {
    return new TagSyntax(plain, Optional.of(form), escaped, branch);
  }

  TagSyntax escapedAs(String form) {
    return new TagSyntax(plain, encoded, Optional.of(form), branch);
  }

  TagSyntax withBranch(String test, String otherwise, String end) {
    return new TagSyntax(plain, encoded, escaped, Optional.of(new Branch(test, otherwise, end)));
  }

  /** The tag for an address. */
  String inAddress(String name) {
    return filled(encoded.orElse(plain), name);
  }

  /** The tag for an attribute's text. */
  String inText(String name) {
    return filled(escaped.orElse(plain), name);
  }

  /** One text or another; empty where the tool cannot choose. */
  Optional<String> either(String name, String there, String absent) {
    return branch.map(
        forms -> filled(forms.test(), name) + there + forms.otherwise() + absent + forms.end());
  }

  /** What stands inside a tag of this syntax; empty where the text is no such tag. */
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

  /** Literally, but for blanks, of which there may be any number. */
  private static String spaced(String text) {
    return Pattern.quote(text).replace(" ", "\\E\\s*\\Q");
  }

  private static String filled(String form, String name) {
    return form.replace("@", name);
  }
}
