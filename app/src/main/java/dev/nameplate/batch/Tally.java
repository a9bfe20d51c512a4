package dev.nameplate.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of a run; no value of a recipient. Not safe for several threads: each chunk of rows has
 * its own, and they are added up in the list's order.
 */
public final class Tally {
  /** How many rows of each kind of trouble are named. */
  private static final int NAMED = 10;

  private static final String MISENCODED = "misencoded";
  private static final String FORMULAS = "formulas";
  private static final String LONG_URLS = "long_urls";
  private static final String LONGEST = "longest_url";
  private static final String LOST = "lost_letters";

  private final EnumMap<RowState, Long> states = new EnumMap<>(RowState.class);
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> troubles = new TreeMap<>();
  private final Map<String, List<Long>> rows = new TreeMap<>();

  /** Counts a row in a state. */
  public void state(RowState state) {
    states.merge(state, 1L, Long::sum);
  }

  /**
   * Counts a row that cannot be used. The numbers of the first ten rows with the same trouble are
   * kept.
   *
   * @param words what is wrong, without a recipient's values
   * @param row its number, as a spreadsheet counts rows
   */
  public void trouble(String words, long row) {
    troubles.merge(words, 1L, Long::sum);
    List<Long> named = rows.computeIfAbsent(words, absent -> new ArrayList<>());
    if (named.size() < NAMED) {
      named.add(row);
    }
  }

  /**
   * Counts a URL.
   *
   * @param length in bytes
   */
  public void url(int length) {
    counts.merge(LONGEST, (long) length, Math::max);
    if (length > RowUrls.MAILCHIMP_BYTES) {
      counts.merge(LONG_URLS, 1L, Long::sum);
    }
  }

  /** Cells of the input that a spreadsheet may take for formulas. */
  void formulas(long cells) {
    counts.merge(FORMULAS, cells, Long::sum);
  }

  /** A row with bytes that are none of the list's encoding. */
  void misencoded() {
    counts.merge(MISENCODED, 1L, Long::sum);
  }

  /** Letters of our cells that the list's encoding lacks. */
  void lostLetters(long letters) {
    counts.merge(LOST, letters, Long::sum);
  }

  /** Adds the counts of a later part of the list to these; the other tally is not changed. */
  public void add(Tally later) {
    later.states.forEach((state, rows) -> states.merge(state, rows, Long::sum));
    later.counts.forEach(
        (name, count) ->
            counts.merge(
                name,
                count,
                (one, other) -> name.equals(LONGEST) ? Math.max(one, other) : one + other));
    later.troubles.forEach((words, count) -> troubles.merge(words, count, Long::sum));
    later.rows.forEach(
        (words, named) -> {
          List<Long> all = rows.computeIfAbsent(words, absent -> new ArrayList<>());
          named.stream().limit(NAMED - all.size()).forEach(all::add);
        });
  }

  /** Returns how many rows are in a state; 0 for none. */
  public long of(RowState state) {
    return states.getOrDefault(state, 0L);
  }

  /** Returns how many rows were read: the sum over all states. */
  public long rows() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many URLs are longer than 255 bytes, at which Mailchimp cuts texts on import. */
  public long longUrls() {
    return counts.getOrDefault(LONG_URLS, 0L);
  }

  /** Returns the length of the longest URL in bytes; 0 if there is none. */
  public long longestUrl() {
    return counts.getOrDefault(LONGEST, 0L);
  }

  /**
   * Returns how many cells of the input begin like a formula of a spreadsheet and are not numbers.
   */
  public long formulas() {
    return counts.getOrDefault(FORMULAS, 0L);
  }

  /** Returns how many rows contain bytes that are not valid in the list's encoding. */
  public long misencodedRows() {
    return counts.getOrDefault(MISENCODED, 0L);
  }

  /**
   * Returns how many code points of alternative texts and notes were left out because the list's
   * encoding lacks them.
   */
  public long lostLetters() {
    return counts.getOrDefault(LOST, 0L);
  }

  /**
   * Returns how many rows cannot be used, by what is wrong with them, in words; an unmodifiable
   * view, empty if there are none.
   */
  public Map<String, Long> troubles() {
    return Collections.unmodifiableMap(troubles);
  }

  /**
   * Returns the numbers of the first ten rows with a trouble, as a spreadsheet counts rows; empty
   * for a trouble that no row has.
   *
   * @param trouble a key of {@link #troubles}
   */
  public List<Long> rowsWith(String trouble) {
    return List.copyOf(rows.getOrDefault(trouble, List.of()));
  }

  /**
   * Returns all counts as a new JSON object, from which {@link #of(JsonNode)} makes an equal tally.
   */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode byState = node.putObject("states");
    for (RowState state : RowState.values()) {
      byState.put(state.label(), of(state));
    }
    ObjectNode counted = node.putObject("counts");
    counts.forEach(counted::put);
    ObjectNode wrong = node.putObject("troubles");
    troubles.forEach(
        (words, count) -> {
          ObjectNode trouble = wrong.putObject(words).put("count", count);
          rowsWith(words).forEach(trouble.withArray("rows")::add);
        });
    return node;
  }

  /**
   * Returns a new tally with the counts that {@link #json} wrote; counts that are missing are 0.
   */
  public static Tally of(JsonNode node) {
    Tally tally = new Tally();
    for (RowState state : RowState.values()) {
      long count = node.path("states").path(state.label()).asLong();
      if (count > 0) {
        tally.states.put(state, count);
      }
    }
    node.path("counts")
        .properties()
        .forEach(count -> tally.counts.put(count.getKey(), count.getValue().asLong()));
    for (Map.Entry<String, JsonNode> trouble : node.path("troubles").properties()) {
      tally.troubles.put(trouble.getKey(), trouble.getValue().path("count").asLong());
      List<Long> named = new ArrayList<>();
      trouble.getValue().path("rows").forEach(row -> named.add(row.asLong()));
      tally.rows.put(trouble.getKey(), named);
    }
    return tally;
  }

  /** Has how many rows are in each state. */
  @Override
  public String toString() {
    return "Tally" + states;
  }
}
