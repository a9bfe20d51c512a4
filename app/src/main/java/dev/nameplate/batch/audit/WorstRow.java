package dev.nameplate.batch.audit;

import dev.nameplate.template.Sample;
import java.util.Comparator;

/**
 * A row with a fault. A recipient's data: {@code toString} gives the number alone.
 *
 * @param number as a spreadsheet counts rows
 * @param weight how bad it is beside others with the fault; more is worse
 * @param data its values, to draw it with
 */
record WorstRow(long number, double weight, Sample data) {
  /** The worst first; of equals the earlier. */
  static final Comparator<WorstRow> ORDER =
      Comparator.comparingDouble(WorstRow::weight).reversed().thenComparingLong(WorstRow::number);

  @Override
  public String toString() {
    return "WorstRow[" + number + "]";
  }
}
