package dev.nameplate.template.wording;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code sort_natural}: a list in the order of the locale's dictionaries (CLDR collation). */
final class NaturalSortFilter extends Filter {
  private final ULocale locale;

  NaturalSortFilter(Locale locale) {
    super("sort_natural");
    this.locale = ULocale.forLocale(locale);
  }

  @Override
  public Object apply(Object value, TemplateContext context, Object... none) {
    if (!isArray(value)) {
      return value;
    }
    Collator collator = Collator.getInstance(locale);
    return Arrays.stream(asArray(value, context))
        .sorted((one, other) -> collator.compare(asString(one, context), asString(other, context)))
        .toArray();
  }
}
