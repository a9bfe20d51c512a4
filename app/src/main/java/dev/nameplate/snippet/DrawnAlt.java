package dev.nameplate.snippet;

import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import java.util.Optional;

/**
 * The alternative text for known values: that of the wording that is drawn for them. All characters
 * are assumed to be in the fonts.
 */
final class DrawnAlt {
  private static final QueryReader READER = new QueryReader();
  private static final FieldResolver FIELDS = new FieldResolver(Optional::of);

  private DrawnAlt() {}

  /**
   * The alternative text, escaped for HTML; the template's title where no wording can be filled.
   */
  static String of(Template template, RawQuery query) {
    MergedFields fields = FIELDS.resolve(template, READER.read(template, query));
    return HtmlEscaper.escaped(template.alt(fields.data()).orElse(template.title()));
  }
}
