package dev.nameplate.merge.tag;

import com.ibm.icu.lang.UCharacter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Detects merge tags that lost their end or their beginning, for example because a raw {@code #}
 * cut the URL.
 */
final class CutTags {
  private static final Map<String, String> OPENINGS =
      new TreeMap<>(
          Map.of(
              "{{", "liquid",
              "{%", "liquid",
              "*|", "mailchimp",
              "%%=", "ampscript",
              "%%[", "ampscript",
              "${", "dollar",
              "<%", "angle-percent"));
  private static final Map<String, String> CLOSINGS =
      new TreeMap<>(Map.of("}}", "liquid", "|*", "mailchimp"));

  private CutTags() {}

  /** The label of the tag's family, as {@link MergeTags#family}; empty if there is no such tag. */
  static Optional<String> family(String text) {
    return opening(text).or(() -> closing(text));
  }

  private static Optional<String> opening(String text) {
    if (text.startsWith("[[") && text.length() > 2 && UCharacter.isLetter(text.codePointAt(2))) {
      return Optional.of("double-bracket");
    }
    return text.startsWith("{{}}")
        ? Optional.empty()
        : OPENINGS.entrySet().stream()
            .filter(opening -> text.startsWith(opening.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static Optional<String> closing(String text) {
    return CLOSINGS.entrySet().stream()
        .filter(closing -> text.endsWith(closing.getKey()))
        .filter(closing -> endsInWord(text.substring(0, text.length() - 2)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean endsInWord(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int last = text.codePointBefore(text.length());
    return UCharacter.isLetter(last) || "\"'\u2018\u2019\u201c\u201d".indexOf(last) >= 0;
  }
}
