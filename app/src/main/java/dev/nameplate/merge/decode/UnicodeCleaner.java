package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Normalizes text: one kind of space, normal form C (UAX 15), and no invisible characters such as
 * controls, bidirectional overrides (UAX 9), soft hyphens and private-use characters.
 */
public final class UnicodeCleaner {
  /**
   * Normal form C (UAX 15), except for CJK compatibility ideographs (U+FA0E to U+FA6D), which stay:
   * Japanese names are registered in either form.
   */
  public static final Normalizer2 NFC =
      new FilteredNormalizer2(
          Normalizer2.getNFCInstance(), new UnicodeSet("[^\\ufa0e-\\ufa6d]").freeze());

  /** The most combining marks shared by scripts on one letter; no language needs more. */
  private static final int MARKS = 4;

  /** The most combining marks of one script in a syllable; no script needs more. */
  private static final int OWN_MARKS = 8;

  private static final int VIRAMA = 9;
  private static final int ZWNJ = 0x200c;
  private static final int ZWJ = 0x200d;
  private static final int BLACK_FLAG = 0x1f3f4;
  private static final int TAG_END = 0xe007f;

  private UnicodeCleaner() {}

  /**
   * Cleans a text to single spaces.
   *
   * @return in normal form C ({@link #NFC}), with no space at its ends; empty if the text has
   *     nothing but spaces and characters that are removed. {@link #isBlank} also covers what stays
   *     and is invisible, such as U+2800
   */
  public static String clean(String text) {
    String visible = withoutStrayJoiners(withoutStrayTags(withoutUnseen(text)));
    return collapsed(NFC.normalize(withFewMarks(NFC.normalize(visible))));
  }

  /**
   * Cleans as {@link #clean} does, but keeps every space between the first and last visible
   * character.
   *
   * @return in normal form C ({@link #NFC}), with no space at its ends; empty as for {@link #clean}
   */
  public static String cleanKeepingSpaces(String text) {
    String visible = withoutStrayJoiners(withoutStrayTags(withoutUnseen(text)));
    return NFC.normalize(withFewMarks(NFC.normalize(visible))).strip();
  }

  /**
   * Returns whether a text has nothing visible: only spaces (U+0020), U+2800 and default ignorable
   * characters (UAX 44). True for an empty text.
   */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == ' '
                    || c == 0x2800
                    || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
  }

  /**
   * The characters of one text that another lacks, but for letters, digits and spaces.
   *
   * @return code points such as {@code U+1FAE9, U+20C0}; empty if none is missing
   */
  public static String signsLost(String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    return before
        .codePoints()
        .filter(c -> c != ' ' && after.indexOf(c) < 0 && !UCharacter.isLetterOrDigit(c))
        .distinct()
        .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns a text with U+0020 for every kind of space, and without controls and other invisible
   * characters. It is not normalized, and spaces are not collapsed.
   */
  public static String withoutUnseen(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSpace(c)) {
                out.append(' ');
              } else if (!isUnseen(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isSpace(int c) {
    return (c >= 0x09 && c <= 0x0d)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029
        || UCharacter.getType(c) == UCharacterCategory.SPACE_SEPARATOR;
  }

  private static boolean isUnseen(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.PRIVATE_USE
        || type == UCharacterCategory.SURROGATE
        || UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT)
        || isUnseenFormat(c);
  }

  private static boolean isUnseenFormat(int c) {
    return c == 0xad
        || c == 0x61c
        || c == 0x180e
        || c == 0x200b
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb)
        || c == 0xe0001;
  }

  /** Removes tag characters (U+E0020 to U+E007F) but for those of emoji flag sequences (UTS 51). */
  private static String withoutStrayTags(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (!isTag(c)) {
        out.appendCodePoint(c);
      }
      if (c == BLACK_FLAG) {
        int end = tagsEnd(text, next);
        boolean closed = end > next && text.codePointBefore(end) == TAG_END;
        out.append(text, next, closed ? end : next);
        next = end;
      }
      at = next;
    }
    return out.toString();
  }

  private static int tagsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isTag(text.codePointAt(at))) {
      at += 2;
    }
    return at;
  }

  private static boolean isTag(int c) {
    return c >= 0xe0020 && c <= TAG_END;
  }

  /**
   * Removes ZWJ and ZWNJ but between characters beyond ASCII and after a virama, where they have a
   * meaning.
   */
  private static String withoutStrayJoiners(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (!isJoiner(c) || joins(out, c, at < text.length() ? text.codePointAt(at) : ' ')) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean joins(StringBuilder before, int joiner, int after) {
    if (before.isEmpty() || isJoiner(after)) {
      return false;
    }
    int last = before.codePointBefore(before.length());
    if (joiner == ZWJ && UCharacter.getCombiningClass(last) == VIRAMA) {
      return true;
    }
    return last > 0x7f && after > 0x7f && !isJoiner(last);
  }

  private static boolean isJoiner(int c) {
    return c == ZWJ || c == ZWNJ;
  }

  /** Limits the non-spacing marks on each letter to {@link #MARKS} and {@link #OWN_MARKS}. */
  private static String withFewMarks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int shared = 0;
    int own = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      int type = UCharacter.getType(c);
      boolean mark =
          type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK;
      if (!mark && type != UCharacterCategory.COMBINING_SPACING_MARK) {
        shared = 0;
        own = 0;
      }
      boolean any = UScript.getScript(c) == UScript.INHERITED;
      shared += mark && any ? 1 : 0;
      own += mark && !any ? 1 : 0;
      if (!mark || (any ? shared <= MARKS : own <= OWN_MARKS)) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /**
   * Returns a text with each run of U+0020 collapsed to one, and without those at both ends; empty
   * if it has nothing else.
   */
  public static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ' ';
      if (c != ' ' || !first) {
        out.append(c);
      }
    }
    int length = out.length();
    return length > 0 && out.charAt(length - 1) == ' '
        ? out.substring(0, length - 1)
        : out.toString();
  }
}
