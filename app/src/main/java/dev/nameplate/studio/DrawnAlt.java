package dev.nameplate.studio;

import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.QueryReader;
import dev.nameplate.merge.RawQuery;
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
    return Markup.escaped(template.alt(fields.data()).orElse(template.title()));
  }
}
