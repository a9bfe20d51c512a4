package dev.nameplate.snippet;

import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import java.util.Optional;

/**
 * The alternative text of values that are known: the wording that is drawn of them. Every letter
 * counts as one that the fonts have.
 */
final class DrawnAlt {
  private static final QueryReader READER = new QueryReader();
  private static final FieldResolver FIELDS = new FieldResolver(Optional::of);

  private DrawnAlt() {}

  /** As HTML writes it. */
  static String of(Template template, RawQuery query) {
    MergedFields fields = FIELDS.resolve(template, READER.read(template, query));
    return HtmlEscaper.escaped(template.alt(fields.data()).orElse(template.title()));
  }
}
