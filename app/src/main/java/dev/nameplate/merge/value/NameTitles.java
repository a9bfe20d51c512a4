package dev.nameplate.merge.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Titles before a name and suffixes after it, which are not part of it. */
final class NameTitles {
  /** Titles with or without a full stop; compared in small letters, without full stops. */
  private static final Set<String> TITLES =
      words(
          "mr mrs ms mx miss messrs sir dame lord lady dr drs prof professor doctor "
              + "dra drª profª herr frau hr fräulein mme mlle madame monsieur mademoiselle "
              + "señor señora srta sra signor signora dott dottssa sig sigra dhr mevr mw "
              + "rndr mudr judr phdr paeddr mvdr mgr shri smt kum pani д-р проф г-н г-жа δρ "
              + "καθ ד\"ר ד״ר פרופ' גב'");

  /** Titles only if a full stop follows; otherwise words or names. */
  private static final Set<String> DOTTED_TITLES =
      words(
          "sr fr st rev hon pr ing mag dipl dipl-ing doc bc av med phil rer nat jur "
              + "habil vet dent capt col gen lt maj sgt gov pres κ κα د أ أد م hć");

  private static final Set<String> SUFFIXES =
      words(
          "jr sr jun sen junior senior júnior esq phd dds dmd dvm jd llm llb mba msc "
              + "bsc meng beng cpa cfa csc drsc obe mbe cbe kbe frs ret 2nd 3rd 4th");

  /** Suffixes only if written in capitals; otherwise words or names. */
  private static final Set<String> CAPITAL_SUFFIXES = words("II III IV VII VIII MA BA MD PE RN");

  private NameTitles() {}

  /**
   * The words of a name without titles and suffixes.
   *
   * @param words at least one letter each
   * @return at least one word where there was one
   */
  static List<String> without(List<String> words) {
    int from = 0;
    while (from < words.size() - 1 && isTitle(words.get(from))) {
      from++;
    }
    int to = words.size();
    while (to > from + 1 && isSuffix(words.get(to - 1), words)) {
      to--;
    }
    return words.subList(from, to);
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  private static boolean isTitle(String word) {
    String plain = plain(word);
    boolean dotted = word.indexOf('.') > 0;
    return TITLES.contains(plain) || (dotted && DOTTED_TITLES.contains(plain));
  }

  private static boolean isSuffix(String word, List<String> words) {
    String bare = word.replace(".", "").replace(",", "");
    boolean allCapitals = words.stream().allMatch(each -> each.equals(capitals(each)));
    return CAPITAL_SUFFIXES.contains(capitals(bare))
        ? bare.equals(capitals(bare)) && !allCapitals
        : SUFFIXES.contains(plain(word));
  }

  private static String capitals(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "").replace(",", "");
  }
}
