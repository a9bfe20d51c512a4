package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton (UTS 39) of a text: one form for all texts that look the same, ignoring case and
 * accents. Cyrillic {@code СОМ}, styled and accented letters all become what {@code com} becomes.
 *
 * <p>A skeleton is only for comparison with another one: an m becomes {@code rn} in both. It is
 * computed character by character and cached.
 */
final class Confusables {
  /** Safe for threads once built; its tables are read when it is first used. */
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

  /** Letters that look like others but are missing in the tables of UTS 39. */
  private static final Map<Integer, String> ALIKE = alike();

  /** A power of two. */
  private static final int CACHE_SIZE = 4096;

  /**
   * A direct-mapped cache, indexed by the last bits of the character; read and written without a
   * lock.
   */
  private static final @Nullable Folded[] cache = new @Nullable Folded[CACHE_SIZE];

  private Confusables() {}

  /** A character and its skeleton; immutable, so that it may be published without a lock. */
  private record Folded(int character, String form) {}

  /** The skeleton of a text. */
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
    Folded before = cache[c & CACHE_SIZE - 1];
    if (before != null && before.character() == c) {
      return before.form();
    }
    String form = form(ALIKE.getOrDefault(c, Character.toString(c)));
    cache[c & CACHE_SIZE - 1] = new Folded(c, form);
    return form;
  }

  private static String form(String character) {
    String visible = bare(CHECKER.getSkeleton(alike(COMPATIBLE.normalize(character))));
    return bare(CHECKER.getSkeleton(UCharacter.foldCase(visible, true)));
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

  /** Maps 26 symbols in the order of A to Z, such as regional indicators, to those letters. */
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

  /** Without non-spacing and enclosing marks and format characters. */
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
