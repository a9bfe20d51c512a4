package dev.nameplate.batch;

import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.batch.csv.Sniffed;
import dev.nameplate.batch.map.ColumnMap;
import dev.nameplate.batch.map.ColumnMatcher;
import dev.nameplate.batch.map.Sensitive;
import dev.nameplate.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The facts about a list that are known before its rows are read.
 *
 * @param form reads and writes its rows
 * @param sniffed its encoding, separator and line ending, with the evidence
 * @param map which column fills which field
 * @param head the output's first bytes: byte order mark and heading row, with the columns of {@link
 *     OwnCells}; not to be changed
 * @param bodyOffset the offset in the input, in bytes, of the first row
 * @param firstRow number of the first row, as a spreadsheet counts rows
 * @param warnings a sentence each, without a recipient's values
 */
@SuppressWarnings("ArrayRecordComponent") // Written out, never compared.
public record ListPlan(
    ListForm form,
    Sniffed sniffed,
    ColumnMap map,
    byte[] head,
    int bodyOffset,
    long firstRow,
    List<String> warnings) {
  private static final int SAMPLE_ROWS = 200;

  public ListPlan {
    warnings = List.copyOf(warnings);
  }

  /**
   * Makes the plan of a list from its beginning.
   *
   * @param head the list's first bytes, {@link DialectSniffer#HEAD} or all of it
   * @param scan of the whole list, or of its head if it can be read only once
   * @throws ListException if the list cannot be used: it is not a list, all of its lines are empty,
   *     its headings cannot be read or are not unique, a chosen field or column does not exist, or
   *     no field has a column
   */
  public static ListPlan of(
      byte[] head, EncodingScan scan, Template template, BatchOptions options) {
    Sniffed sniffed = DialectSniffer.sniff(head, scan);
    List<RawRecord> first = records(head, sniffed);
    return sniffed.dialect().jsonLines()
        ? jsonLines(head, sniffed, first, template, options)
        : csv(head, sniffed, first, template, options);
  }

  private static ListPlan csv(
      byte[] head,
      Sniffed sniffed,
      List<RawRecord> first,
      Template template,
      BatchOptions options) {
    int at = 0;
    while (at < first.size() && first.get(at).kind() == RawRecord.Kind.BLANK) {
      at++;
    }
    if (at == first.size()) {
      throw new ListException("every line of the list is empty; export it again", "empty-list");
    }
    RawRecord heading = first.get(at);
    if (heading.kind() != RawRecord.Kind.ROW || isCutOff(heading, head, sniffed)) {
      throw new ListException(
          "row 1, the headings, cannot be read: it has a quote that is not closed, or is longer"
              + " than 256 KB; save the list as CSV again",
          "unclosed-quote");
    }
    CsvForm form = CsvForm.of(sniffed.dialect(), heading);
    List<List<String>> sample = cells(form, first.subList(at + 1, first.size()));
    ColumnMap map = mapped(form, template, options);
    List<String> warnings = new ArrayList<>(sniffed.warnings());
    warnings.addAll(map.warnings());
    warnings.addAll(Sensitive.warnings(form.headings(), sample));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int headingStart = sniffed.dataOffset() + (int) heading.end() - heading.bytes().length;
    out.write(head, 0, headingStart);
    form.writeHeading(heading, out);
    return new ListPlan(
        form,
        sniffed,
        map,
        out.toByteArray(),
        sniffed.dataOffset() + (int) heading.end(),
        at + 2L,
        warnings);
  }

  private static boolean isCutOff(RawRecord heading, byte[] head, Sniffed sniffed) {
    return head.length >= DialectSniffer.HEAD
        && sniffed.dataOffset() + heading.end() >= head.length;
  }

  private static ListPlan jsonLines(
      byte[] head,
      Sniffed sniffed,
      List<RawRecord> first,
      Template template,
      BatchOptions options) {
    JsonLinesForm form = JsonLinesForm.of(sniffed.dialect(), first);
    ColumnMap map = mapped(form, template, options);
    List<String> warnings = new ArrayList<>(sniffed.warnings());
    warnings.addAll(map.warnings());
    warnings.addAll(Sensitive.warnings(form.headings(), cells(form, first)));
    return new ListPlan(
        form,
        sniffed,
        map,
        Arrays.copyOf(head, sniffed.dataOffset()),
        sniffed.dataOffset(),
        1,
        warnings);
  }

  /** A first row that holds an address or a number, and nothing that is known, is no heading. */
  private static ColumnMap mapped(ListForm form, Template template, BatchOptions options) {
    try {
      return ColumnMatcher.match(template, form.headings(), options.columns(), options.open());
    } catch (ListException unknown) {
      boolean data =
          form.headings().stream()
              .anyMatch(cell -> cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[+-]?\\d[\\d.,/ -]*"));
      if (data && options.columns().isEmpty()) {
        throw new ListException(
            "row 1 looks like a recipient's data, not like headings; put a row of headings above"
                + " it, such as "
                + String.join(form.dialect().separator() + "", template.fields().keySet()),
            "no-headings");
      }
      throw unknown;
    }
  }

  private static List<List<String>> cells(ListForm form, List<RawRecord> records) {
    return form.read(records).stream()
        .filter(row -> row.kind() == ReadRow.Kind.VALUES)
        .map(ReadRow::cells)
        .toList();
  }

  /** The records of the head; of a longer list the last one may be cut off and is left out. */
  private static List<RawRecord> records(byte[] head, Sniffed sniffed) {
    List<RawRecord> records = new ArrayList<>();
    RecordSplitter splitter =
        new RecordSplitter(
            new ByteArrayInputStream(
                head, sniffed.dataOffset(), head.length - sniffed.dataOffset()),
            sniffed.dialect(),
            0,
            0,
            RecordSplitter.MAX_RECORD);
    try {
      Optional<RawRecord> record = splitter.next();
      while (record.isPresent() && records.size() < SAMPLE_ROWS) {
        records.add(record.get());
        record = splitter.next();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (records.size() > 1
        && head.length >= DialectSniffer.HEAD
        && records.get(records.size() - 1).end() + sniffed.dataOffset() >= head.length) {
      records.remove(records.size() - 1);
    }
    return records;
  }
}
