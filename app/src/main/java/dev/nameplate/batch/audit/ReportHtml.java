package dev.nameplate.batch.audit;

import dev.nameplate.batch.progress.PlainProgress;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one HTML file without scripts, the contact sheet of the worst rows in it. */
public final class ReportHtml {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;
      color:#1c1917;background:#faf9f7}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
      table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;
      padding:.35rem .75rem .35rem 0;border-bottom:1px solid #ddd9d3}td.n{text-align:right;
      font-variant-numeric:tabular-nums}img{max-width:100%;height:auto}
      @media(prefers-color-scheme:dark){body{color:#f0eeea;background:#1c1917}td,th{border-color:#44403c}}
      """;

  private ReportHtml() {}

  /**
   * Returns the report as a complete HTML document. All texts are escaped, and the contact sheet,
   * if there is one, is embedded.
   */
  public static String of(AudienceReport report) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(escaped(report.template()))
        .append(" · audience</title>\n<style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>Audience of ")
        .append(escaped(report.template()))
        .append("</h1>\n<p>")
        .append(String.format(Locale.ROOT, "%,d rows: ", report.tally().rows()))
        .append(escaped(PlainProgress.states(report.tally())))
        .append(". ")
        .append(report.uniqueWords())
        .append(" different pictures; ")
        .append(
            String.format(
                Locale.ROOT, "the longest URL has %,d bytes.", report.tally().longestUrl()))
        .append("</p>\n");
    list(html, "What to beware of", report.about().warnings());
    faults(report, html);
    fields(report, html);
    list(html, "Columns", report.about().columns());
    list(html, "How the list is written", report.about().proofs());
    report.pictures().sheet().ifPresent(png -> sheet(html, png));
    return html.append("</body></html>\n").toString();
  }

  private static void list(StringBuilder html, String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.append("<h2>").append(title).append("</h2>\n<ul>");
    lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>\n"));
    html.append("</ul>\n");
  }

  private static void faults(AudienceReport report, StringBuilder html) {
    html.append("<h2>What is wrong</h2>\n");
    if (report.faults().isEmpty()) {
      html.append("<p>Nothing is wrong with any row.</p>\n");
      return;
    }
    html.append("<table><tr><th>Fault</th><th>Rows</th><th>Means</th><th>Worst rows</th></tr>\n");
    for (AudienceReport.Found found : report.faults()) {
      html.append("<tr><td>")
          .append(found.fault().label())
          .append("</td><td class=\"n\">")
          .append(String.format(Locale.ROOT, "%,d", found.rows()))
          .append("</td><td>")
          .append(escaped(found.fault().meaning()))
          .append("</td><td>")
          .append(found.worst().stream().map(String::valueOf).collect(Collectors.joining(", ")))
          .append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void fields(AudienceReport report, StringBuilder html) {
    html.append("<h2>Fields</h2>\n<table><tr><th>Field</th><th>Values</th></tr>\n");
    for (Map.Entry<String, Map<String, Long>> field : report.fields().entrySet()) {
      html.append("<tr><td>")
          .append(escaped(field.getKey()))
          .append("</td><td>")
          .append(
              field.getValue().entrySet().stream()
                  .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
                  .collect(Collectors.joining(", ")))
          .append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void sheet(StringBuilder html, byte[] png) {
    html.append("<h2>The worst rows</h2>\n<p>Row numbers are those of a spreadsheet. ")
        .append("This picture shows recipients' data; keep it as you keep the list.</p>\n")
        .append("<img alt=\"Contact sheet of the worst rows\" src=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(png))
        .append("\">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
