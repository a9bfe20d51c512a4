package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * Text with one kind of space, in normal form C (UAX 15), and without characters that nobody sees:
 * controls, bidi overrides, soft hyphens, private use. What stays in one line stays as it was.
 */
public final class UnicodeCleaner {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final int MARKS = 4;
  private static final int VIRAMA = 9;
  private static final int ZWNJ = 0x200c;
  private static final int ZWJ = 0x200d;
  private static final int BLACK_FLAG = 0x1f3f4;
  private static final int TAG_END = 0xe007f;

  private UnicodeCleaner() {}

  public static String clean(String text) {
    String seen = withoutStrayJoiners(withoutStrayTags(withoutUnseen(text)));
    return collapsed(NFC.normalize(withFewMarks(NFC.normalize(seen))));
  }

  /** Whether nothing of it leaves ink: spaces, fillers and characters of no width. */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == ' '
                    || c == 0x2800
                    || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
  }

  private static String withoutUnseen(String text) {
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

  /** Tag characters (U+E0020 to U+E007F) stay only in the flag of a region. */
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

  /** Joiners stay between characters beyond ASCII, and after a virama, where they shape it. */
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

  /** At most four marks that take no room of their own on each base. */
  private static String withFewMarks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      int type = UCharacter.getType(c);
      if (type == UCharacterCategory.NON_SPACING_MARK
          || type == UCharacterCategory.ENCLOSING_MARK) {
        marks++;
      } else if (type != UCharacterCategory.COMBINING_SPACING_MARK) {
        marks = 0;
      }
      if (marks <= MARKS) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static String collapsed(String text) {
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
