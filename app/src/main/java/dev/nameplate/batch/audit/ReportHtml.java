package dev.nameplate.batch.audit;

import dev.nameplate.batch.progress.PlainProgress;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as one HTML file without scripts, the contact sheet of the worst rows in it. It is
 * written by the templates under {@code src/main/jte/audit}, which are compiled with the program.
 */
public final class ReportHtml {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private ReportHtml() {}

  /**
   * Returns the report as a complete HTML document. All texts are escaped, and the contact sheet,
   * if there is one, is embedded.
   */
  public static String of(AudienceReport report) {
    StringOutput output = new StringOutput();
    ENGINE.render("audit/report.jte", Map.of("page", new Page(report)), output);
    return output.toString();
  }

  /**
   * What the document shows, numbers as text.
   *
   * @param report what the audit found
   */
  public record Page(AudienceReport report) {
    /** Returns how many rows there are of each state, and how many pictures they make. */
    public String summary() {
      return number(report.tally().rows())
          + " rows: "
          + PlainProgress.states(report.tally())
          + ". "
          + report.uniqueWords()
          + " different pictures; the longest URL has "
          + number(report.tally().longestUrl())
          + " bytes.";
    }

    /** Returns a number with its thousands apart. */
    public String number(long number) {
      return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns the numbers of a fault's worst rows, as a spreadsheet counts them. */
    public String rows(AudienceReport.Found found) {
      return found.worst().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns how often each reason stands in a field's counts. */
    public String counts(Map<String, Long> counts) {
      return counts.entrySet().stream()
          .map(each -> each.getKey() + " " + number(each.getValue()))
          .collect(Collectors.joining(", "));
    }

    /** Returns the contact sheet as a {@code data:} URL (RFC 2397); empty if there is none. */
    public String sheet() {
      return report
          .pictures()
          .sheet()
          .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
          .orElse("");
    }
  }
}
