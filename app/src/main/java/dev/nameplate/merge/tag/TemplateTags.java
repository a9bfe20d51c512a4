package dev.nameplate.merge.tag;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds merge tags in the words of a template's author, which are short and trusted. */
final class TemplateTags {
  private static final String INSIDE = "\\s*([\\p{L}_][\\p{L}\\p{N}_. -]{0,60}?)\\s*";
  private static final String TIGHT = "([\\p{L}_][\\p{L}\\p{N}_.-]{0,60})";

  /** Weak delimiters, which count anywhere in the words if a field's name is between them. */
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

  /**
   * Candidates for whole tags of the first tier, to quote them in a fault; {@link EmbeddedTags}
   * decides.
   */
  private static final List<Pattern> STRONG =
      Stream.of(
              "\\*\\|[^*|]{1,60}\\|\\*",
              "%%[^%]{1,60}%%",
              "<%[^%>]{1,60}%>",
              "\\$\\{[^{}]{1,60}}",
              "\\[\\[[^\\[\\]]{1,60}]]",
              "\\{[^{}]{1,60}}",
              "%[^% ]{1,60}%",
              "\\[[^\\[\\]]{1,60}]",
              "##[^#]{1,60}##",
              "~[^~]{1,60}~")
          .map(Pattern::compile)
          .toList();

  /** The last name in a tag: {@code FirstName} of {@code Contact.FirstName}. */
  private static final Pattern LAST_WORD =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)[^\\p{L}]*$");

  /** A name that no field has. */
  private static final String NO_FIELD = "\uffff";

  private static final int LONGEST_SHOWN = 40;

  private TemplateTags() {}

  /**
   * A merge tag.
   *
   * @param text the tag as written, at most 40 characters and an ellipsis
   * @param word the field that it names; an empty text if it names none
   */
  record Tag(String text, String word) {}

  /**
   * The first merge tag in an author's words.
   *
   * @param names of the declared fields and their aliases, compared without case
   * @param alone whether the wording has these words only, and no field
   */
  static Optional<Tag> in(String words, Set<String> names, boolean alone) {
    Optional<Tag> whole =
        STRONG.stream().flatMap(pattern -> strong(pattern, words).stream()).findFirst();
    return whole
        .or(() -> WEAK.stream().flatMap(p -> weak(p, words, names).stream()).findFirst())
        .or(() -> any(words.strip(), alone));
  }

  private static Optional<Tag> strong(Pattern pattern, String words) {
    return pattern
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(tag -> EmbeddedTags.family(tag).isPresent())
        .map(tag -> new Tag(tag, lastWord(tag)))
        .findFirst();
  }

  private static Optional<Tag> weak(Pattern pattern, String words, Set<String> names) {
    Matcher matcher = pattern.matcher(words);
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      String inside = matcher.group(1);
      if (names.contains(inside) || FieldWords.isFieldWord(inside)) {
        return Optional.of(new Tag(matcher.group(), inside));
      }
    }
    return Optional.empty();
  }

  private static Optional<Tag> any(String text, boolean alone) {
    boolean found =
        EmbeddedTags.family(text).isPresent()
            || CutTags.family(text).isPresent()
            || (alone && WholeTags.family(text, NO_FIELD).isPresent());
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return found ? Optional.of(new Tag(shown, lastWord(text))) : Optional.empty();
  }

  private static String lastWord(String tag) {
    Matcher matcher = LAST_WORD.matcher(tag);
    return matcher.find() ? matcher.group(1) : "";
  }
}
