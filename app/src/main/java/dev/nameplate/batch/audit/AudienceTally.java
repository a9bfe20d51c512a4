package dev.nameplate.batch.audit;

import dev.nameplate.batch.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an audit has counted. Not safe for several threads: each chunk of rows has its own, and they
 * are added up in the list's order.
 */
final class AudienceTally {
  /** How many rows are drawn. */
  static final int DRAWN = 24;

  final Tally rows = new Tally();
  private final EnumMap<RowFault, Long> faults = new EnumMap<>(RowFault.class);
  private final EnumMap<RowFault, List<WorstRow>> worst = new EnumMap<>(RowFault.class);
  private final Map<String, Map<String, Long>> fields = new LinkedHashMap<>();

  /** A row with a fault. */
  void fault(RowFault fault, WorstRow row) {
    faults.merge(fault, 1L, Long::sum);
    keep(fault, row);
  }

  private void keep(RowFault fault, WorstRow row) {
    List<WorstRow> kept = worst.computeIfAbsent(fault, absent -> new ArrayList<>());
    if (kept.size() == DRAWN && WorstRow.ORDER.compare(kept.get(DRAWN - 1), row) <= 0) {
      return;
    }
    kept.add(row);
    kept.sort(WorstRow.ORDER);
    if (kept.size() > DRAWN) {
      kept.remove(DRAWN);
    }
  }

  /** A field of a row, given or missing for a reason. */
  void field(String name, String state) {
    fields.computeIfAbsent(name, absent -> new TreeMap<>()).merge(state, 1L, Long::sum);
  }

  /** Adds what a later part of the list came to. */
  void add(AudienceTally later) {
    rows.add(later.rows);
    later.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
    later.worst.forEach((fault, kept) -> kept.forEach(row -> keep(fault, row)));
    later.fields.forEach(
        (name, states) ->
            states.forEach(
                (state, count) ->
                    fields
                        .computeIfAbsent(name, absent -> new TreeMap<>())
                        .merge(state, count, Long::sum)));
  }

  long count(RowFault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  List<WorstRow> worst(RowFault fault) {
    return worst.getOrDefault(fault, List.of());
  }

  Map<String, Map<String, Long>> fields() {
    return fields;
  }

  /** The rows that are drawn: of each fault the worst in turn, each row once. */
  List<WorstRow> drawn() {
    Set<Long> numbers = new LinkedHashSet<>();
    List<WorstRow> drawn = new ArrayList<>();
    for (int rank = 0; rank < DRAWN; rank++) {
      for (RowFault fault : RowFault.values()) {
        List<WorstRow> rows = worst(fault);
        boolean fresh =
            fault != RowFault.UNREADABLE
                && rank < rows.size()
                && drawn.size() < DRAWN
                && numbers.add(rows.get(rank).number());
        if (fresh) {
          drawn.add(rows.get(rank));
        }
      }
    }
    return drawn;
  }
}
