package dev.nameplate.cli;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.UrlForm;
import dev.nameplate.batch.audit.FailOn;
import dev.nameplate.geometry.Scale;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that {@code batch} and {@code audit} share.
 *
 * @param template the template, or a published version of it
 * @param list a file's name, or {@code -} for standard input
 * @param columns headings by field
 * @param form empty for the template's own
 * @param settings settings that were given as options, by name
 */
record ListRequest(
    TemplateArgument template,
    String list,
    Map<String, String> columns,
    String format,
    Scale scale,
    Optional<UrlForm> form,
    List<String> open,
    Optional<Instant> expires,
    long limit,
    String base,
    Reporting reporting,
    Map<String, String> settings) {
  ListRequest {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    open = List.copyOf(open);
    settings = Map.copyOf(settings);
  }

  /**
   * How an audit is reported.
   *
   * @param file empty for the terminal alone
   * @param json whether what is printed is JSON
   */
  record Reporting(Optional<Path> file, FailOn failOn, boolean json) {}

  /**
   * The same as options of the run.
   *
   * @param maxTarget the longest path and query that the server takes, in characters
   */
  BatchOptions options(int maxTarget) {
    return new BatchOptions(base, format, scale, form, columns, open, expires, limit, maxTarget);
  }
}
