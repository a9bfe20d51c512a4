package dev.nameplate.batch;

import dev.nameplate.batch.csv.CellWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the URLs of the rows of a chunk and writes the rows with them. Safe for several threads.
 */
public final class ChunkRows {
  private final ListForm form;
  private final RowUrls urls;
  private final long lastRow;

  /**
   * @param plan of the list
   * @param urls makes the URL of a row
   * @param options of which the limit on rows is used
   */
  public ChunkRows(ListPlan plan, RowUrls urls, BatchOptions options) {
    this.form = plan.form();
    this.urls = urls;
    long first = plan.firstRow();
    this.lastRow =
        options.limit() > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + options.limit() - 1;
  }

  /**
   * A row that was read. It holds a recipient's data: {@code toString} gives its number alone.
   *
   * @param read the row as the list has it
   * @param number as a spreadsheet counts rows
   * @param result its URL and values; empty for a row without values and one beyond the limit
   */
  public record Row(ReadRow read, long number, Optional<RowResult> result) {
    /** Returns whether the row has a URL, and so a picture. */
    public boolean hasUrl() {
      return result.filter(made -> made.state() != RowState.FAILED).isPresent();
    }

    @Override
    public String toString() {
      return "Row[" + number + "]";
    }
  }

  /**
   * What became of the picture of a row that has a URL.
   *
   * @param failed whether the row counts as failed, and has no URL
   * @param note in words, without a value of the recipient
   */
  public record Remark(boolean failed, String note) {}

  /**
   * The rows of a chunk as they are written.
   *
   * @param bytes the rows with the columns of {@link OwnCells}
   * @param failed where in the bytes rows lie that failed: a start and an end by turns
   * @param tally the counts of the chunk
   */
  @SuppressWarnings("ArrayRecordComponent") // Written out, never compared.
  public record Written(byte[] bytes, List<Integer> failed, Tally tally) {}

  /** Returns the rows of a chunk with their URLs, in order. */
  public List<Row> resolve(Chunk chunk) {
    List<Row> rows = new ArrayList<>();
    long number = chunk.firstRow();
    for (ReadRow read : form.read(chunk.records())) {
      boolean wanted = read.kind() == ReadRow.Kind.VALUES && number <= lastRow;
      rows.add(
          new Row(read, number, wanted ? Optional.of(urls.of(read.cells())) : Optional.empty()));
      number += read.raw().isCounted() ? 1 : 0;
    }
    return rows;
  }

  /**
   * Writes rows, each with the cells of {@link OwnCells}.
   *
   * @param remarks what became of the picture of a row; empty where there is nothing to say
   */
  public Written write(List<Row> rows, Function<Row, Optional<Remark>> remarks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Tally tally = new Tally();
    List<Integer> failed = new ArrayList<>();
    for (Row row : rows) {
      int start = out.size();
      OwnCells own = own(row, row.hasUrl() ? remarks.apply(row) : Optional.empty(), tally);
      int lost = form.write(row.read(), own, out);
      if (lost > 0) {
        tally.lostLetters(lost);
      }
      if (own.status().equals(RowState.FAILED.label())) {
        failed.add(start);
        failed.add(out.size());
      }
    }
    return new Written(out.toByteArray(), failed, tally);
  }

  /**
   * Writes the rows of a chunk without resolving them, each with values failed.
   *
   * @param note why, without a value of the recipient
   */
  public Written failed(Chunk chunk, String note) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tally tally = new Tally();
    List<Integer> failed = new ArrayList<>();
    long number = chunk.firstRow();
    for (ReadRow read : form.read(chunk.records())) {
      int start = out.size();
      boolean values = read.kind() == ReadRow.Kind.VALUES && number <= lastRow;
      OwnCells own =
          values
              ? OwnCells.without(RowState.FAILED, note)
              : own(new Row(read, number, Optional.empty()), Optional.empty(), tally);
      if (values) {
        tally.state(RowState.FAILED);
        tally.trouble(note, number);
      }
      int lost = form.write(read, own, out);
      if (lost > 0) {
        tally.lostLetters(lost);
      }
      if (own.status().equals(RowState.FAILED.label())) {
        failed.add(start);
        failed.add(out.size());
      }
      number += read.raw().isCounted() ? 1 : 0;
    }
    return new Written(out.toByteArray(), failed, tally);
  }

  private OwnCells own(Row row, Optional<Remark> remark, Tally tally) {
    ReadRow read = row.read();
    if (row.number() > lastRow) {
      if (read.raw().isCounted()) {
        tally.state(RowState.NOT_ATTEMPTED);
      }
      return OwnCells.without(RowState.NOT_ATTEMPTED, "beyond the limit on rows");
    }
    return switch (read.kind()) {
      case VALUES -> values(row, row.result().orElseThrow(), remark, tally);
      case REST -> OwnCells.without(RowState.FAILED, "");
      case BLANK, EMPTY -> {
        tally.state(RowState.SKIPPED);
        yield OwnCells.without(RowState.SKIPPED, read.kind().words());
      }
      case WRONG_COUNT, BROKEN_QUOTE, TOO_LONG, NO_OBJECT -> {
        tally.state(RowState.FAILED);
        tally.trouble(read.kind().words(), row.number());
        yield OwnCells.without(RowState.FAILED, read.kind().words());
      }
    };
  }

  private static OwnCells values(Row row, RowResult result, Optional<Remark> remark, Tally tally) {
    OwnCells own = remark.map(said -> remarked(result.own(), said)).orElse(result.own());
    RowState state = state(result, remark);
    tally.state(state);
    if (result.state() == RowState.FAILED) {
      tally.trouble("a URL that is longer than the server takes", row.number());
    } else if (state == RowState.FAILED) {
      tally.trouble("a picture that could not be drawn", row.number());
    } else {
      tally.url(result.urlBytes());
    }
    long formulas = formulas(row.read().cells());
    if (formulas > 0) {
      tally.formulas(formulas);
    }
    if (!row.read().faithful()) {
      tally.misencoded();
    }
    return own;
  }

  private static RowState state(RowResult result, Optional<Remark> remark) {
    if (remark.isEmpty()) {
      return result.state();
    }
    return remark.get().failed() ? RowState.FAILED : RowState.FALLBACK;
  }

  private static OwnCells remarked(OwnCells own, Remark remark) {
    if (remark.failed()) {
      return OwnCells.without(RowState.FAILED, remark.note());
    }
    String note = own.note().isEmpty() ? remark.note() : own.note() + "; " + remark.note();
    return new OwnCells(own.url(), own.alt(), RowState.FALLBACK.label(), own.outcome(), note);
  }

  private static long formulas(List<String> cells) {
    long formulas = 0;
    for (String cell : cells) {
      formulas += CellWriter.isFormula(cell) && !isNumber(cell) ? 1 : 0;
    }
    return formulas;
  }

  /** A signed number or a telephone number, which begin as formulas do. */
  private static boolean isNumber(String cell) {
    return cell.length() > 1
        && cell.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || " .,()/-".indexOf(c) >= 0);
  }
}
