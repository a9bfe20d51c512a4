package dev.nameplate.template.wording;

import java.util.List;
import java.util.function.BiFunction;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;

/**
 * A filter on text. A list is passed to the Liquid library's filter of the same name where that one
 * works on lists.
 */
final class TextFilter extends Filter {
  /** What happens to a list. */
  enum Lists {
    /** It is joined to a text. */
    AS_TEXT,

    /** The Liquid library's filter gets it. */
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

  /** The arguments after a filter's colon. */
  record Arguments(TextFilter filter, TemplateContext context, List<Object> values) {
    /**
     * An argument as text.
     *
     * @param at its index from 0
     * @throws IllegalArgumentException where there is none
     */
    String text(int at) {
      if (at >= values.size()) {
        throw new IllegalArgumentException("argument " + (at + 1) + " is not there");
      }
      return filter.asString(values.get(at), context);
    }

    /** An argument as text, or {@code otherwise} where there is none. */
    String text(int at, String otherwise) {
      return at < values.size() ? text(at) : otherwise;
    }

    /**
     * An argument as a whole number, or {@code otherwise} where there is none.
     *
     * @throws NumberFormatException where it is no number
     */
    int whole(int at, int otherwise) {
      return at < values.size() ? filter.whole(values.get(at)) : otherwise;
    }
  }
}
