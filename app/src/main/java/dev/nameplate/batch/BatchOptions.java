package dev.nameplate.batch;

import dev.nameplate.geometry.Scale;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a run over a list.
 *
 * @param base what stands before {@code /i/}, without a slash at its end
 * @param format the ending of the URLs' paths; empty for none
 * @param scale of every URL; 1 is left out of the path
 * @param form empty for signed where the template is, else plain
 * @param columns headings by field, as a person chose them; a field without an entry is matched by
 *     similarity
 * @param open fields that the sending tool fills in
 * @param expires when the URLs expire; empty for never
 * @param limit how many rows get a URL; the others are copied as {@code not_attempted}
 * @param maxTarget the longest path and query that the server takes, in characters
 */
public record BatchOptions(
    String base,
    String format,
    Scale scale,
    Optional<UrlForm> form,
    Map<String, String> columns,
    List<String> open,
    Optional<Instant> expires,
    long limit,
    int maxTarget) {
  private static final int MAX_TARGET = 16_384;

  /** PNG at 1x, every row. */
  public static final BatchOptions DEFAULT =
      new BatchOptions(
          "http://localhost:8080",
          "png",
          Scale.ONE,
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty(),
          Long.MAX_VALUE,
          MAX_TARGET);

  public BatchOptions {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    open = List.copyOf(open);
  }
}
