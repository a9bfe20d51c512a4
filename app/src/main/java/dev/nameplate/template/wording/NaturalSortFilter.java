package dev.nameplate.template.wording;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * Liquid's {@code sort_natural}: sorts a list by the collation of the locale (CLDR); other values
 * are returned unchanged.
 */
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
