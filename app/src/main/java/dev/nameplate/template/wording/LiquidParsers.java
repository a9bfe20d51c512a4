package dev.nameplate.template.wording;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.ZoneId;
import java.util.Locale;
import liqp.TemplateParser;

/**
 * Parsers of the Liquid library, one for all templates of a locale and zone, since each brings a
 * JSON mapper with caches of its own. Safe for many threads.
 */
final class LiquidParsers {
  private static final int MAX_PARSERS = 64;

  private static final LoadingCache<Conventions, TemplateParser> PARSERS =
      Caffeine.newBuilder().maximumSize(MAX_PARSERS).build(LiquidParsers::parser);

  private LiquidParsers() {}

  /**
   * How a parser's filters print.
   *
   * @param locale of numbers, dates and letter case
   * @param zone of dates that state none
   * @param isRead whether people read the result, so that it has the digits of the locale
   */
  private record Conventions(Locale locale, ZoneId zone, boolean isRead) {}

  /**
   * The parser of wordings for a locale.
   *
   * @param locale of filters that print numbers and dates or change letter case
   * @param zone of dates that state none
   * @param isRead whether people read the result; otherwise dates have ASCII digits and the
   *     Gregorian calendar
   */
  static TemplateParser of(Locale locale, ZoneId zone, boolean isRead) {
    return PARSERS.get(new Conventions(locale, zone, isRead));
  }

  private static TemplateParser parser(Conventions conventions) {
    Locale locale = conventions.locale();
    DateNames names = conventions.isRead() ? DateNames.of(locale) : DateNames.forPrograms(locale);
    TemplateParser.Builder builder =
        new TemplateParser.Builder()
            .withLocale(locale)
            .withDefaultTimeZone(conventions.zone())
            .withFilter(new NumberFilter(locale))
            .withFilter(new DateFilter(names, conventions.zone()));
    TextFilters.of(locale).forEach(builder::withFilter);
    return builder.build();
  }
}
