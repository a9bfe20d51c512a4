package dev.nameplate.studio;

import dev.nameplate.snippet.HtmlEscaper;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A piece of a page. Texts that are put into one are escaped; other pieces are not. */
record Html(String text) {
  static final Html NOTHING = new Html("");

  /** A pattern with {@code %s} filled in; {@code %%} is a percent sign. */
  static Html of(String pattern, Object... parts) {
    Object[] safe =
        Arrays.stream(parts)
            .map(
                part ->
                    part instanceof Html html ? html.text() : HtmlEscaper.escaped(part.toString()))
            .toArray();
    return new Html(pattern.formatted(safe));
  }

  /** One piece for each thing, one after the other. */
  static <T> Html each(List<T> things, Function<T, Html> piece) {
    return new Html(things.stream().map(piece).map(Html::text).collect(Collectors.joining()));
  }

  /** A piece, where it is wanted. */
  static Html when(boolean wanted, Html piece) {
    return wanted ? piece : NOTHING;
  }
}
