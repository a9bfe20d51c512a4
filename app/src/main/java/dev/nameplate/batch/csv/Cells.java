package dev.nameplate.batch.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the cells of records with FastCSV. Safe for several threads. */
public final class Cells {
  private final Dialect dialect;
  private final CsvReader.CsvReaderBuilder reader;

  /**
   * @param dialect separator and encoding of the list
   */
  public Cells(Dialect dialect) {
    this.dialect = dialect;
    this.reader = builder(dialect.separator());
  }

  private static CsvReader.CsvReaderBuilder builder(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(RecordSplitter.MAX_RECORD * 2);
  }

  /**
   * The cells of a record.
   *
   * @param values in order, without their quotes; empty where the record cannot be read
   * @param faithful whether every byte was one of the list's encoding
   */
  public record Read(List<String> values, boolean faithful) {
    public Read {
      values = List.copyOf(values);
    }

    /** Has the number of cells only, which may hold a recipient's data. */
    @Override
    public String toString() {
      return "Read[" + values.size() + " cells]";
    }
  }

  /**
   * Returns the cells of each record, in order. A record that cannot be read has none.
   *
   * @param rows of the kind {@link RawRecord.Kind#ROW}
   */
  public List<Read> read(List<RawRecord> rows) {
    StringBuilder text = new StringBuilder();
    List<Boolean> faithful = new ArrayList<>(rows.size());
    for (RawRecord row : rows) {
      TextEncoding.Decoded decoded = dialect.encoding().decode(row.bytes(), row.length());
      text.append(decoded.text()).append('\n');
      faithful.add(decoded.faithful());
    }
    List<List<String>> cells = parsed(text.toString());
    return cells.size() == rows.size() ? paired(cells, faithful) : oneByOne(rows);
  }

  private static List<Read> paired(List<List<String>> cells, List<Boolean> faithful) {
    List<Read> read = new ArrayList<>(cells.size());
    for (int at = 0; at < cells.size(); at++) {
      read.add(new Read(cells.get(at), faithful.get(at)));
    }
    return read;
  }

  /** Where both views of what a record is differ, each is read alone. */
  private List<Read> oneByOne(List<RawRecord> rows) {
    List<Read> read = new ArrayList<>(rows.size());
    for (RawRecord row : rows) {
      TextEncoding.Decoded decoded = dialect.encoding().decode(row.bytes(), row.length());
      List<List<String>> cells = parsed(decoded.text());
      read.add(new Read(cells.size() == 1 ? cells.get(0) : List.of(), decoded.faithful()));
    }
    return read;
  }

  /** The records of a text; empty where it is no CSV. */
  private List<List<String>> parsed(String text) {
    List<List<String>> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = reader.ofCsvRecord(text)) {
      for (CsvRecord row : csv) {
        records.add(row.getFields());
      }
      return records;
    } catch (CsvParseException noCsv) {
      return List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
