package dev.nameplate.merge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds sending tools' merge tags in an author's own words, which are short and not hostile. */
final class TemplateTags {
  private static final String INSIDE = "\\s*([\\p{L}_][\\p{L}\\p{N}_. -]{0,60}?)\\s*";
  private static final String TIGHT = "([\\p{L}_][\\p{L}\\p{N}_.-]{0,60})";

  /** Weak delimiters, which count in the midst of words where a field's name stands in them. */
  private static final List<Pattern> WEAK =
      Stream.of(
              "\\{" + INSIDE + "}",
              "\\[" + INSIDE + "]",
              "%" + TIGHT + "%",
              "#" + TIGHT + "#",
              "@" + TIGHT + "@",
              "\\$" + TIGHT + "\\$",
              "~{1,2}" + TIGHT + "~{1,2}",
              "<{1,2}" + INSIDE + ">{1,2}",
              "\u00ab" + INSIDE + "\u00bb",
              "__" + TIGHT + "__",
              "\\|([A-Z][A-Z0-9_]{1,60})\\|")
          .map(Pattern::compile)
          .toList();

  /** What stands between delimiters, of either tier. */
  private static final Pattern SHOWN =
      Pattern.compile("[*{\\[%<$~#(@|_\u00ab-]{1,3}!?=?[^\\p{L}]{0,3}([\\p{L}_][\\p{L}\\p{N}_.]*)");

  /** A name that no field has. */
  private static final String NO_FIELD = "\uffff";

  private static final int LONGEST_SHOWN = 40;

  private TemplateTags() {}

  /**
   * A tag.
   *
   * @param text as it stands, shortened
   * @param word that it names; empty where it names none
   */
  record Tag(String text, String word) {}

  /**
   * The first tag in some words.
   *
   * @param names of the declared fields and their aliases, compared without case
   * @param whole whether the words are all that their wording has
   */
  static Optional<Tag> in(String words, Set<String> names, boolean whole) {
    Optional<Tag> weak =
        WEAK.stream().flatMap(pattern -> weak(pattern, words, names).stream()).findFirst();
    return weak.or(() -> strong(words, whole));
  }

  private static Optional<Tag> weak(Pattern pattern, String words, Set<String> names) {
    Matcher matcher = pattern.matcher(words);
    int from = 0;
    while (matcher.find(from)) {
      String inside = matcher.group(1);
      if (names.contains(inside) || FieldWords.isFieldWord(inside)) {
        return Optional.of(new Tag(matcher.group(), inside));
      }
      from = matcher.start() + 1;
    }
    return Optional.empty();
  }

  private static Optional<Tag> strong(String words, boolean whole) {
    String text = words.strip();
    boolean found =
        EmbeddedTags.family(text).isPresent()
            || CutTags.family(text).isPresent()
            || (whole && WholeTags.family(text, NO_FIELD).isPresent());
    if (!found) {
      return Optional.empty();
    }
    Matcher matcher = SHOWN.matcher(text);
    String word = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return Optional.of(new Tag(shown, word));
  }
}
