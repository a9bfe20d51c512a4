package dev.nameplate.batch.job;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.csv.ListException;
import java.util.List;
import java.util.Locale;

/**
 * The names of the files of a job: {@code 0012/0012345-maria-lindqvist.png}, unique by the row's
 * number, in folders of a thousand, in ASCII letters that every file system takes and that begin
 * with a digit, so that none is a device's name.
 */
final class FileNames {
  private static final int FOLDER = 1000;

  private FileNames() {}

  /**
   * Returns the path of a row's file, with {@code /} between.
   *
   * @param ending without a dot
   */
  static String of(RowUnit.File file, String ending) {
    return String.format(
        Locale.ROOT,
        "%04d/%07d%s%s.%s",
        file.row() / FOLDER,
        file.row(),
        file.slug().isEmpty() ? "" : "-",
        file.slug(),
        ending);
  }

  /**
   * Returns the column of which names are made; less than 0 for none.
   *
   * @throws ListException where the list has no column with the heading that was chosen
   */
  static int column(ListPlan plan, JobSpec spec) {
    return column(plan, spec.names().orElse(""));
  }

  /** The same for a heading, which is empty for the first column of a field. */
  static int column(ListPlan plan, String heading) {
    if (heading.isEmpty()) {
      return plan.map().columns().values().stream().findFirst().orElse(-1);
    }
    List<String> headings = plan.form().headings();
    for (int at = 0; at < headings.size(); at++) {
      if (headings.get(at).equalsIgnoreCase(heading.strip())) {
        return at;
      }
    }
    throw new ListException(
        "the list has no column \"" + heading + "\"; there are: " + String.join(", ", headings),
        "unknown-column");
  }
}
