package dev.nameplate.batch.archive;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.csv.ListException;
import java.util.List;
import java.util.Locale;

/**
 * The names of the files of a job: {@code 0012/0012345-maria-lindqvist.png}, unique by the row's
 * number, in folders of a thousand, in ASCII letters that every file system takes and that begin
 * with a digit, so that none is a device's name.
 */
public final class FileNames {
  private static final int FOLDER = 1000;

  private FileNames() {}

  /**
   * Returns the path of a row's file, with {@code /} between.
   *
   * @param row its number, as a spreadsheet counts rows
   * @param slug what the name says of it; may be empty
   * @param ending without a dot
   */
  public static String of(long row, String slug, String ending) {
    return String.format(
        Locale.ROOT,
        "%04d/%07d%s%s.%s",
        row / FOLDER,
        row,
        slug.isEmpty() ? "" : "-",
        slug,
        ending);
  }

  /**
   * Returns the column of which names are made; less than 0 for none.
   *
   * @param heading empty for the first column of a field
   * @throws ListException where the list has no column with the heading
   */
  public static int column(ListPlan plan, String heading) {
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

  /** What the names of a list's files say of their rows. Safe for several threads. */
  public static final class Slugs {
    private final FileSlug slugs = new FileSlug();
    private final int column;

    /**
     * @param heading as for {@link FileNames#column}
     * @throws ListException where the list has no column with the heading
     */
    public Slugs(ListPlan plan, String heading) {
      this.column = column(plan, heading);
    }

    /** Returns what the name of a row's file says; may be empty. */
    public String of(List<String> cells) {
      return column < 0 ? "" : slugs.of(cells.get(column));
    }
  }
}
