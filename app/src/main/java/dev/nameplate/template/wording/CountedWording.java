package dev.nameplate.template.wording;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A copy ladder about a number, with a ladder for each plural category of the language (CLDR: zero,
 * one, two, few, many, other).
 *
 * @param locale decides the plural category and the digits
 * @param forms ladders by category; {@code other} is always among them
 * @param units the counts that the wordings name
 */
public record CountedWording(
    Locale locale, Map<String, List<Wording>> forms, Set<CountUnit> units) {
  /** The category that every language has. */
  public static final String OTHER = "other";

  public CountedWording {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    units = Collections.unmodifiableSet(new LinkedHashSet<>(units));
  }

  /**
   * The ladder for a number by its plural category (CLDR); that of {@link #OTHER} where the
   * number's category has none.
   *
   * @param count the number, 0 or more
   * @return the preferred wording first; the list in {@link #forms} itself, not a copy
   */
  public List<Wording> form(long count) {
    String category = PluralRules.forLocale(locale).select((double) count);
    List<Wording> other = forms.getOrDefault(OTHER, List.of());
    return forms.getOrDefault(category, other);
  }

  /**
   * The names of all fields in any form, without those of counts such as {@code days}; may be
   * empty.
   */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    forms.values().forEach(ladder -> ladder.forEach(wording -> fields.addAll(wording.fields())));
    for (CountUnit unit : CountUnit.values()) {
      fields.remove(unit.label());
    }
    return fields;
  }

  /**
   * The value of a count for wordings: the number, shown with the locale's digits and separators.
   *
   * @param count the number, 0 or more
   * @return a {@code BigDecimal} as value, for filters and comparisons
   */
  public WordingValue value(long count) {
    return new WordingValue(
        BigDecimal.valueOf(count), NumberFormat.getIntegerInstance(locale).format(count));
  }

  /**
   * A count as a clock shows it: at least two of the locale's digits, no separators; {@code 07}.
   *
   * @param count the number, 0 or more
   * @param locale decides the digits
   */
  public static String digits(long count, Locale locale) {
    NumberFormat format = NumberFormat.getIntegerInstance(locale);
    format.setGroupingUsed(false);
    format.setMinimumIntegerDigits(2);
    return format.format(count);
  }
}
