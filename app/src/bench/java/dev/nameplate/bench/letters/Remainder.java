package dev.nameplate.bench.letters;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is drawn otherwise than in Chromium and stays so, with the reason. */
enum Remainder {
  GREEK_ACCENT(
      "Greek capitals with a grave accent in Source Serif 4, which has the accent and no place for"
          + " it: Chromium draws it after the letter, Inter draws both here.",
      "[\\x{1fba}\\x{1fc8}\\x{1fca}\\x{1fda}\\x{1fea}\\x{1ff8}\\x{1ffa}]"),
  LATIN_MARKS(
      "D and Z with a cedilla, and a Turkish i with a breve, in Source Serif 4, which has the mark"
          + " and no place for it: Chromium draws it beside the letter, another font has the"
          + " letter here.",
      "[\\x{1e10}\\x{1e11}\\x{12d}]|[zZ]\\x{327}"),
  CHAKMA_VOWELS(
      "Chakma with two vowel signs on one letter: Chromium separates them by a dotted circle.",
      "[\\x{11127}-\\x{11132}]{2}"),
  BENGALI_VOWEL(
      "Bengali with a visible virama (U+200C) and a vowel before the next letter: Chromium gives"
          + " the vowel the form that it has at the start of a word.",
      "\\x{9cd}\\x{200c}[\\x{995}-\\x{9b9}][\\x{9c7}\\x{9cb}]"),
  DOUBLE_LINE(
      "The double vertical line in East Asian locales: Chromium takes it from Inter, and the"
          + " reference mark and the other signs of ambiguous width beside it from the ideographs'"
          + " font; all of them come from the ideographs' font here.",
      "\\x{2016}");

  private final String reason;
  private final Pattern pattern;

  Remainder(String reason, String pattern) {
    this.reason = reason;
    this.pattern = Pattern.compile(pattern);
  }

  /** Returns which one a text belongs to; empty if to none. */
  static Optional<Remainder> of(String text) {
    return Arrays.stream(values()).filter(one -> one.pattern.matcher(text).find()).findFirst();
  }

  /** Returns the reason as a sentence. */
  String reason() {
    return reason;
  }
}
