package dev.nameplate.merge.tag;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Detects merge tags of the second tier, with weak delimiters. They count only if the whole text is
 * one such tag, or two or three with single spaces between them.
 */
final class WholeTags {
  /**
   * A pair of delimiters and a test of what is between them. The first form that matches is taken.
   */
  private record Form(String label, String open, String close, Test test) {}

  @FunctionalInterface
  private interface Test {
    boolean holds(String inside, String fieldName);
  }

  private record Part(String label, int end) {}

  private static final Set<String> DASHED =
      Set.of("name", "firstname", "fname", "lastname", "lname", "fullname", "email", "company");
  private static final Set<String> ROUND =
      Set.of("firstname", "lastname", "fullname", "email", "fname", "lname");

  private static final List<Form> FORMS =
      List.of(
          new Form("brace", "{", "}", WholeTags::isBraced),
          new Form("bracket", "[", "]", WholeTags::isBracketed),
          new Form("percent", "%", "%", plain(WholeTags::isIdentifier)),
          new Form("hash", "#", "#", plain(FieldWords::isFieldWord)),
          new Form("at", "@", "@", plain(x -> Ascii.isCapitals(x) || FieldWords.isFieldWord(x))),
          new Form(
              "tilde", "~~", "~~", plain(x -> Ascii.isCapitals(x) || FieldWords.isFieldWord(x))),
          new Form("tilde", "~", "~", plain(FieldWords::isFieldWord)),
          new Form("dollar", "$", "$", plain(FieldWords::isFieldWord)),
          new Form("dash", "-", "-", plain(x -> DASHED.contains(FieldWords.plain(x)))),
          new Form("angle", "<<", ">>", plain(TagScan::hasLetter)),
          new Form("angle", "<", ">", plain(WholeTags::isFieldWordOrJoined)),
          new Form("angle", "\u00ab", "\u00bb", plain(WholeTags::isFieldWordOrJoined)),
          new Form("pipe", "|", "|", plain(Ascii::isCapitals)),
          new Form("underscore", "__", "__", plain(FieldWords::isFieldWord)),
          new Form("round", "(", ")", plain(x -> ROUND.contains(FieldWords.plain(x)))));
  private static final List<String> PRINTF = List.of("%s", "%d", "%@", "%1$s", "%2$s", "%1$d");
  private static final int MOST_PARTS = 3;

  private WholeTags() {}

  /**
   * The label of the last tag's family, as {@link MergeTags#family}; empty if the text is anything
   * else.
   */
  static Optional<String> family(String text, String fieldName) {
    int at = 0;
    for (int parts = 0; parts < MOST_PARTS; parts++) {
      Optional<Part> part = part(text, at, fieldName);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      at = part.get().end();
      if (at == text.length()) {
        return part.map(Part::label);
      }
      if (text.charAt(at) != ' ') {
        return Optional.empty();
      }
      at++;
    }
    return Optional.empty();
  }

  private static Optional<Part> part(String text, int at, String fieldName) {
    if (at < text.length() && isWordLetter(text.charAt(at))) {
      return Optional.empty(); // Nearly every value; no form begins so.
    }
    for (Form form : FORMS) {
      Optional<Part> part = part(text, at, form, fieldName);
      if (part.isPresent()) {
        return part;
      }
    }
    return printf(text, at).or(() -> variable(text, at));
  }

  private static boolean isWordLetter(int c) {
    return Ascii.isLetter(c) || Ascii.isDigit(c);
  }

  private static Optional<Part> part(String text, int at, Form form, String fieldName) {
    int inside = at + form.open().length();
    int end = text.startsWith(form.open(), at) ? text.indexOf(form.close(), inside) : -1;
    return end > inside
            && end - inside <= TagScan.LONGEST
            && form.test().holds(text.substring(inside, end), fieldName)
        ? Optional.of(new Part(form.label(), end + form.close().length()))
        : Optional.empty();
  }

  private static Optional<Part> printf(String text, int at) {
    return PRINTF.stream()
        .filter(mark -> text.startsWith(mark, at))
        .map(mark -> new Part("printf", at + mark.length()))
        .filter(part -> part.end() == text.length() || text.charAt(part.end()) == ' ')
        .findFirst();
  }

  /** A variable such as {@code $user_name}, up to the next space. */
  private static Optional<Part> variable(String text, int at) {
    int end = TagScan.runEnd(text, Math.min(at + 1, text.length()), c -> c != ' ');
    return text.startsWith("$", at) && FieldWords.isFieldWord(text.substring(at + 1, end))
        ? Optional.of(new Part("dollar", end))
        : Optional.empty();
  }

  private static boolean isBraced(String inside, String fieldName) {
    return (inside.length() <= 2 && inside.chars().allMatch(Ascii::isDigit))
        || inside.indexOf('|') >= 0
        || isWordAndText(inside)
        || EmbeddedTags.isFieldCode(inside)
        || isOwnName(inside, fieldName);
  }

  /** Whether it is a word with a quoted fallback: {@code first_name, "there"}. */
  private static boolean isWordAndText(String inside) {
    int comma = inside.indexOf(',');
    String rest = comma < 0 ? "" : inside.substring(comma + 1).strip();
    return comma > 0
        && isIdentifier(inside.substring(0, comma))
        && (rest.startsWith("\"") || rest.startsWith("'") || rest.startsWith("\u201c"));
  }

  private static boolean isBracketed(String inside, String fieldName) {
    int comma = inside.indexOf(',');
    String word = comma < 0 ? inside : inside.substring(0, comma);
    return FieldWords.isFieldWord(word) || isOwnName(word, fieldName);
  }

  private static boolean isOwnName(String inside, String fieldName) {
    return inside.strip().equalsIgnoreCase(fieldName);
  }

  private static boolean isFieldWordOrJoined(String inside) {
    boolean word = inside.codePoints().allMatch(c -> c == '_' || UCharacter.isLetterOrDigit(c));
    return FieldWords.isFieldWord(inside) || (word && inside.indexOf('_') >= 0);
  }

  private static boolean isIdentifier(String inside) {
    return inside.length() >= 2
        && Ascii.isLetter(inside.charAt(0))
        && inside.chars().allMatch(Ascii::isIdentifier);
  }

  private static Test plain(Predicate<String> test) {
    return (inside, fieldName) -> test.test(inside);
  }
}
