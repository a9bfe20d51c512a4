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
 * A copy ladder about a number, in the forms that a language has for it (CLDR's plural categories:
 * zero, one, two, few, many, other).
 *
 * @param forms by category; {@code other} is always there
 * @param units the counts that its wordings name
 */
public record CountedWording(
    Locale locale, Map<String, List<Wording>> forms, Set<CountUnit> units) {
  /** What every language has. */
  public static final String OTHER = "other";

  public CountedWording {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    units = Collections.unmodifiableSet(new LinkedHashSet<>(units));
  }

  /** The ladder for a number. */
  public List<Wording> form(long count) {
    String category = PluralRules.forLocale(locale).select((double) count);
    List<Wording> other = forms.getOrDefault(OTHER, List.of());
    return forms.getOrDefault(category, other);
  }

  /** Every field that any form names, counts apart. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    forms.values().forEach(ladder -> ladder.forEach(wording -> fields.addAll(wording.fields())));
    for (CountUnit unit : CountUnit.values()) {
      fields.remove(unit.label());
    }
    return fields;
  }

  /** A count as its wordings print it. */
  public WordingValue datum(long count) {
    return new WordingValue(
        BigDecimal.valueOf(count), NumberFormat.getIntegerInstance(locale).format(count));
  }

  /** A count with two digits at least, as a clock shows it. */
  public static String digits(long count, Locale locale) {
    NumberFormat format = NumberFormat.getIntegerInstance(locale);
    format.setGroupingUsed(false);
    format.setMinimumIntegerDigits(2);
    return format.format(count);
  }
}
