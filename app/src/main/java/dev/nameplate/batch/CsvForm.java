package dev.nameplate.batch;

import dev.nameplate.batch.ReadRow.Kind;
import dev.nameplate.batch.csv.CellWriter;
import dev.nameplate.batch.csv.Cells;
import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RawColumns;
import dev.nameplate.batch.csv.RawRecord;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CSV file. */
final class CsvForm implements ListForm {
  private static final int MAX_COLUMNS = 16_384;

  private final Dialect dialect;
  private final List<String> headings;
  private final RawColumns columns;
  private final Cells cells;
  private final CellWriter writer;

  private CsvForm(Dialect dialect, List<String> headings) {
    this.dialect = dialect;
    this.headings = List.copyOf(headings);
    this.cells = new Cells(dialect);
    this.writer = new CellWriter(dialect);
    this.columns = new RawColumns(dialect, own(headings));
  }

  /**
   * The form of a list with this heading row.
   *
   * @throws ListException where two columns have one heading
   */
  static CsvForm of(Dialect dialect, RawRecord heading) {
    List<Cells.Read> read = new Cells(dialect).read(List.of(heading));
    List<String> headings =
        read.isEmpty() ? List.of() : read.get(0).values().stream().map(CsvForm::clean).toList();
    if (headings.isEmpty()) {
      throw new ListException(
          "the headings, row 1, cannot be read: there are more than "
              + MAX_COLUMNS
              + " columns; export only the columns that the picture needs",
          "too-many-columns");
    }
    checkTwice(headings);
    return new CsvForm(dialect, headings);
  }

  private static String clean(String heading) {
    return heading.replace("\u0000", "").replace("\ufeff", "").strip();
  }

  private static void checkTwice(List<String> headings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (int at = 0; at < headings.size(); at++) {
      String heading = headings.get(at).toLowerCase(Locale.ROOT);
      Integer before = heading.isEmpty() ? null : seen.putIfAbsent(heading, at + 1);
      if (before != null) {
        faults.add(
            "columns "
                + before
                + " and "
                + (at + 1)
                + " are both called \""
                + headings.get(at)
                + "\"");
      }
    }
    if (!faults.isEmpty()) {
      throw new ListException(
          String.join("; ", faults) + "; rename or remove one of each", "duplicate-headings");
    }
  }

  /** Columns that a former run has added. */
  private static Set<Integer> own(List<String> headings) {
    Set<Integer> own = new TreeSet<>();
    for (int at = 0; at < headings.size(); at++) {
      if (OwnCells.HEADINGS.contains(headings.get(at).toLowerCase(Locale.ROOT))) {
        own.add(at);
      }
    }
    return own;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  /** Writes the heading row with ours behind it. */
  void writeHeading(RawRecord heading, ByteArrayOutputStream out) {
    columns.write(heading, out);
    OwnCells.HEADINGS.forEach(name -> writer.append(name, out));
    out.write(heading.bytes(), heading.length(), heading.bytes().length - heading.length());
  }

  @Override
  public List<ReadRow> read(List<RawRecord> records) {
    List<Cells.Read> read =
        cells.read(records.stream().filter(row -> row.kind() == RawRecord.Kind.ROW).toList());
    List<ReadRow> rows = new ArrayList<>(records.size());
    int next = 0;
    for (RawRecord record : records) {
      switch (record.kind()) {
        case ROW -> rows.add(row(record, read.get(next++)));
        case BLANK -> rows.add(ReadRow.without(record, Kind.BLANK));
        case BROKEN_QUOTE -> rows.add(ReadRow.without(record, Kind.BROKEN_QUOTE));
        case TOO_LONG -> rows.add(ReadRow.without(record, Kind.TOO_LONG));
        case REST -> rows.add(ReadRow.without(record, Kind.REST));
      }
    }
    return rows;
  }

  private ReadRow row(RawRecord record, Cells.Read read) {
    boolean empty = read.values().stream().allMatch(String::isBlank);
    if (read.values().size() != headings.size()) {
      Kind kind = read.values().isEmpty() ? Kind.BROKEN_QUOTE : Kind.WRONG_COUNT;
      return ReadRow.without(record, empty && kind == Kind.WRONG_COUNT ? Kind.BLANK : kind);
    }
    return new ReadRow(record, empty ? Kind.EMPTY : Kind.VALUES, read.values(), read.faithful());
  }

  @Override
  public int write(ReadRow row, OwnCells own, ByteArrayOutputStream out) {
    RawRecord raw = row.raw();
    if (!row.kind().isExtended()) {
      out.writeBytes(raw.bytes());
      return 0;
    }
    columns.write(raw, out);
    CellWriter.Fitted alt = writer.fitted(own.alt());
    CellWriter.Fitted note = writer.fitted(own.note());
    String notes =
        Stream.of(note.text(), lost("image_alt", alt), lost("np_note", note))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    OwnCells fitted = new OwnCells(own.url(), alt.text(), own.status(), own.outcome(), notes);
    fitted.list().forEach(cell -> writer.append(cell, out));
    out.write(raw.bytes(), raw.length(), raw.bytes().length - raw.length());
    return alt.missing() + note.missing();
  }

  private String lost(String column, CellWriter.Fitted cell) {
    return cell.missing() == 0
        ? ""
        : column
            + ": "
            + cell.missing()
            + " letters that "
            + dialect.encoding().label()
            + " lacks are left out";
  }
}
