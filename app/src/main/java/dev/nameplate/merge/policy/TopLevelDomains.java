package dev.nameplate.merge.policy;

import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.decode.ResourceTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Top-level domains: the well-known ones, those of countries (ISO 3166), and the common ones among
 * the newer. They are stored as skeletons, so that look-alikes match ({@link Confusables}, UTS 39).
 */
final class TopLevelDomains {
  /** How certainly a label after a dot is a top-level domain. */
  enum Kind {
    /** Hardly used but in addresses. */
    KNOWN,
    /** Also a common word. */
    GENERIC,
    /** A country code of two letters. */
    COUNTRY,
    /** No top-level domain. */
    NONE
  }

  private static final Set<String> KNOWN = folded(listed("known"));
  private static final Set<String> GENERIC = folded(listed("generic"));
  private static final Set<String> COUNTRIES = folded(List.of(ULocale.getISOCountries()));

  /** The prefix of an internationalized label in ASCII (RFC 5890). */
  private static final String PUNYCODE = "xn--";

  private TopLevelDomains() {}

  /** The kind of a label as written in the text. */
  static Kind kind(String label) {
    if (label.chars().allMatch(Ascii::isDigit)) {
      return Kind.NONE;
    }
    if (isEncoded(label)) {
      return Kind.KNOWN;
    }
    String folded = Confusables.fold(label);
    if (KNOWN.contains(folded)) {
      return Kind.KNOWN;
    }
    if (GENERIC.contains(folded)) {
      return Kind.GENERIC;
    }
    return COUNTRIES.contains(folded) ? Kind.COUNTRY : Kind.NONE;
  }

  /** Whether a label is an internationalized one in ASCII ({@code xn--p1ai}, RFC 3492). */
  static boolean isEncoded(String label) {
    return label.regionMatches(true, 0, PUNYCODE, 0, PUNYCODE.length());
  }

  /** The skeletons of words in lower case, upper case and title case. */
  static Set<String> folded(Collection<String> words) {
    return words.stream()
        .flatMap(TopLevelDomains::cases)
        .map(Confusables::fold)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<String> cases(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    String large = word.toUpperCase(Locale.ROOT);
    return Stream.of(small, large, large.charAt(0) + small.substring(1));
  }

  /** The words of a kind in the table. */
  static List<String> listed(String kind) {
    return ResourceTable.lines("top-level-domains.txt").stream()
        .map(line -> List.of(line.split(" ")))
        .filter(words -> words.get(0).equals(kind))
        .flatMap(words -> words.stream().skip(1))
        .toList();
  }
}
