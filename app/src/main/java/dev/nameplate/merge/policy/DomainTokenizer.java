package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import dev.nameplate.merge.decode.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into the tokens of web addresses. Single letters with spaces between them, {@code e
 * v i l}, are joined to one word; brackets and quotes next to a dot are ignored.
 */
final class DomainTokenizer {
  /** The type of a token. */
  enum Piece {
    WORD,
    DOT,
    /** A middle dot or a pictograph, which join names too. */
    MIDDLE_DOT,
    AT,
    SLASH,
    COLON,
    SPACE,
    OTHER
  }

  record Token(Piece type, String text) {}

  private static final Token END = new Token(Piece.OTHER, "");
  private static final String DOTS = ".\u2024\u3002\uff0e\uff61\ufe52\u06d4\ua4f8\u0701\u0702";
  private static final String MIDDLE_DOTS = "\u00b7\u30fb\uff65\u2022\u2027\u22c5\u2219\u00b0";
  private static final String SLASHES = "/\uff0f\u2044\u2215\\\uff3c";
  private static final String BRACKETS =
      "()[]{}<>\uff08\uff09\uff3b\uff3d\u3010\u3011\"\u201c\u201d\u201e\u00ab\u00bb";

  /** The least number of single letters that are joined to one word. */
  private static final int LEAST_JOINED = 3;

  /** The length of the longest word for a dot. */
  private static final int LONGEST_DOT = 5;

  private DomainTokenizer() {}

  /** The tokens of a text in order. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      Piece type = type(c);
      while ((type == Piece.WORD || type == Piece.DOT)
          && end < text.length()
          && type(text.codePointAt(end)) == type) {
        end += Character.charCount(text.codePointAt(end));
      }
      tokens.add(new Token(type, text.substring(at, end)));
      at = end;
    }
    return withWordsJoined(withoutBrackets(tokens));
  }

  /** The token at an index; {@link Piece#OTHER} without text outside the list. */
  static Token at(List<Token> tokens, int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
  }

  private static Piece type(int c) {
    if (c < 0x80 && (Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '_')) {
      return Piece.WORD;
    }
    if (c == ' ') {
      return Piece.SPACE;
    }
    if (DOTS.indexOf(c) >= 0) {
      return Piece.DOT;
    }
    if (MIDDLE_DOTS.indexOf(c) >= 0 || UCharacter.getType(c) == UCharacterCategory.OTHER_SYMBOL) {
      return Piece.MIDDLE_DOT;
    }
    if (c == '@' || c == 0xff20 || c == 0xfe6b) {
      return Piece.AT;
    }
    if (c == ':' || c == 0xff1a) {
      return Piece.COLON;
    }
    if (SLASHES.indexOf(c) >= 0) {
      return Piece.SLASH;
    }
    return isOfWord(c) ? Piece.WORD : Piece.OTHER;
  }

  /**
   * Whether a character belongs to words: letters, digits, marks, and symbols that show a letter,
   * such as circled ones.
   */
  private static boolean isOfWord(int c) {
    int type = UCharacter.getType(c);
    return UCharacter.isLetterOrDigit(c)
        || type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK
        || type == UCharacterCategory.FORMAT
        || type == UCharacterCategory.OTHER_NUMBER
        || (c >= 0x2460 && c <= 0x24ff)
        || (c >= 0x1f100 && c <= 0x1f1ff);
  }

  private static List<Token> withoutBrackets(List<Token> tokens) {
    List<Token> out = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); at++) {
      boolean bracket = isBracket(tokens.get(at));
      if (!(bracket && (isDot(at(tokens, at - 1)) || isDot(at(tokens, at + 1))))) {
        out.add(tokens.get(at));
      }
    }
    return out;
  }

  private static boolean isBracket(Token token) {
    return token.type() == Piece.OTHER && BRACKETS.contains(token.text());
  }

  /** Whether a token is a dot, or a word for it. */
  static boolean isDot(Token token) {
    return token.type() == Piece.DOT || isDotWord(token);
  }

  static boolean isDotWord(Token token) {
    return token.type() == Piece.WORD
        && token.text().length() <= LONGEST_DOT
        && DomainDetector.mayBegin(token.text(), "dDpP")
        && DomainDetector.DOT_WORDS.contains(Confusables.fold(token.text()));
  }

  private static List<Token> withWordsJoined(List<Token> tokens) {
    List<Token> out = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      int end = at;
      StringBuilder word = new StringBuilder();
      while (isLetter(at(tokens, end))) {
        word.append(tokens.get(end).text());
        end += isSeparator(at(tokens, end + 1)) && isLetter(at(tokens, end + 2)) ? 2 : 1;
        if (!isSeparator(at(tokens, end - 1))) {
          break;
        }
      }
      if (word.codePointCount(0, word.length()) >= LEAST_JOINED) {
        out.add(new Token(Piece.WORD, word.toString()));
        at = end;
      } else {
        out.add(tokens.get(at));
        at++;
      }
    }
    return out;
  }

  private static boolean isLetter(Token token) {
    return token.type() == Piece.WORD && token.text().codePointCount(0, token.text().length()) == 1;
  }

  private static boolean isSeparator(Token token) {
    return token.type() == Piece.SPACE || token.text().equals("*");
  }
}
