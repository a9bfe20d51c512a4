package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One form for all texts that look the same (the skeleton of UTS 39), whatever their letters' case
 * and marks: Cyrillic {@code СОМ}, styled and accented letters all become what {@code com} becomes.
 *
 * <p>The form is for comparing with another such form alone: an m turns into {@code rn} in both. It
 * is made character by character, and what became of one is remembered.
 */
final class Confusables {
  /** Safe for threads once built; its tables are read when it is first used. */
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

  /** Letters that a reader takes for others, though no table of characters says so. */
  private static final Map<Integer, String> ALIKE = alike();

  /** A power of two. */
  private static final int REMEMBERED = 4096;

  /** Each at the place that its character's last bits give; read and written without a lock. */
  private static final @Nullable Folded[] known = new @Nullable Folded[REMEMBERED];

  private Confusables() {}

  /** What became of a character; immutable, so that any thread may see it at any time. */
  private record Folded(int character, String form) {}

  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      out.append(folded(c));
    }
    return out.toString();
  }

  private static String folded(int c) {
    Folded before = known[c & REMEMBERED - 1];
    if (before != null && before.character() == c) {
      return before.form();
    }
    String form = form(ALIKE.getOrDefault(c, Character.toString(c)));
    known[c & REMEMBERED - 1] = new Folded(c, form);
    return form;
  }

  private static String form(String character) {
    String seen = bare(CHECKER.getSkeleton(alike(COMPATIBLE.normalize(character))));
    return bare(CHECKER.getSkeleton(UCharacter.foldCase(seen, true)));
  }

  private static String alike(String character) {
    return character.isEmpty() ? "" : ALIKE.getOrDefault(character.codePointAt(0), character);
  }

  private static Map<Integer, String> alike() {
    Map<Integer, String> alike = new HashMap<>();
    pair(alike, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz");
    pair(alike, "мтпкнвᑕᑭᗪᗷᒪϲ", "mtnkhbcpdblc");
    alphabet(alike, 0x1f150);
    alphabet(alike, 0x1f170);
    alphabet(alike, 0x1f1e6);
    return alike;
  }

  /** Signs that hold the letters from A to Z in order, such as the halves of flags. */
  private static void alphabet(Map<Integer, String> alike, int first) {
    for (int letter = 0; letter < 26; letter++) {
      alike.put(first + letter, Character.toString('a' + letter));
    }
  }

  private static void pair(Map<Integer, String> alike, String these, String those) {
    for (int at = 0; at < these.length(); at++) {
      alike.put((int) these.charAt(at), those.substring(at, at + 1));
    }
  }

  /** Without marks that take no room and characters that show nothing. */
  private static String bare(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c < 0x300 || !isUnseen(UCharacter.getType(c))) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isUnseen(int type) {
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK
        || type == UCharacterCategory.FORMAT;
  }
}
