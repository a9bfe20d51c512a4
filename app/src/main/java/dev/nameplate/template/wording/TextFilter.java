package dev.nameplate.template.wording;

import java.util.List;
import java.util.function.BiFunction;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;

/**
 * A filter on text. A list goes to the Liquid library's filter of the same name, where that one
 * works on lists.
 */
final class TextFilter extends Filter {
  /** Whether a list is left to the library's own filter. */
  enum Lists {
    AS_TEXT,
    TO_LIBRARY
  }

  private final Lists lists;
  private final BiFunction<String, Arguments, Object> work;

  TextFilter(String name, Lists lists, BiFunction<String, Arguments, Object> work) {
    super(name);
    this.lists = lists;
    this.work = work;
  }

  @Override
  public Object apply(Object value, TemplateContext context, Object... given) {
    if (lists == Lists.TO_LIBRARY && isArray(value)) {
      return Filters.DEFAULT_FILTERS.get(name).apply(value, context, given);
    }
    List<Object> values = given == null ? List.of() : List.of(given);
    return work.apply(asString(value, context), new Arguments(this, context, values));
  }

  private int whole(Object value) {
    return (int)
        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, asNumber(value).longValue()));
  }

  /** What stands behind a filter's colon. */
  record Arguments(TextFilter filter, TemplateContext context, List<Object> values) {
    /**
     * One as text.
     *
     * @throws IllegalArgumentException where it is not there
     */
    String text(int at) {
      if (at >= values.size()) {
        throw new IllegalArgumentException("argument " + (at + 1) + " is not there");
      }
      return filter.asString(values.get(at), context);
    }

    /** One as text, or a text in place of one that is not there. */
    String text(int at, String otherwise) {
      return at < values.size() ? text(at) : otherwise;
    }

    /**
     * One as a whole number.
     *
     * @throws NumberFormatException where it is none
     */
    int whole(int at, int otherwise) {
      return at < values.size() ? filter.whole(values.get(at)) : otherwise;
    }
  }
}
