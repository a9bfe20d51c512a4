package dev.nameplate.batch.share;

import dev.nameplate.batch.Chunk;
import dev.nameplate.batch.ChunkReader;
import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.batch.csv.RecordSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Consecutive rows of a list, which one node works on at a time. They hold recipients' data: {@code
 * toString} has the first row alone.
 *
 * @param start their offset in the list, in bytes
 * @param row number of the first, as a spreadsheet counts rows
 * @param lookaheads see {@link RecordSplitter#lookaheads}, before the first
 * @param bytes the rows as the list has them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
record SharedUnit(long start, long row, int lookaheads, byte[] bytes) {
  /** How many rows a unit has at most, where no line is too long to end in it. */
  static final int ROWS = 200;

  private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

  /** Receives units. */
  interface Sink {
    void unit(SharedUnit unit) throws IOException;
  }

  /** The unit's name: names sort as the list does. */
  String name() {
    return HexFormat.of().toHexDigits(start);
  }

  /**
   * Cuts rows into units.
   *
   * @param in the rows from the first one on, not closed
   * @param first where they begin; its bytes are not looked at
   * @param rows of a unit at most
   */
  static void cut(InputStream in, Dialect dialect, SharedUnit first, int rows, Sink sink)
      throws IOException {
    ChunkReader chunks =
        new ChunkReader(
            new RecordSplitter(
                in, dialect, first.start, first.lookaheads, RecordSplitter.MAX_RECORD),
            first.row,
            rows);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SharedUnit next = first;
    for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
      for (RawRecord record : chunk.get().records()) {
        bytes.writeBytes(record.bytes());
      }
      if (chunk.get().resumable()) {
        sink.unit(new SharedUnit(next.start, next.row, next.lookaheads, bytes.toByteArray()));
        bytes.reset();
        next =
            new SharedUnit(
                chunk.get().end(), chunk.get().nextRow(), chunk.get().lookaheads(), new byte[0]);
      }
    }
    if (bytes.size() > 0) {
      sink.unit(new SharedUnit(next.start, next.row, next.lookaheads, bytes.toByteArray()));
    }
  }

  /** Cuts the unit into at most so many. */
  List<SharedUnit> parts(Dialect dialect, int most) throws IOException {
    long records = chunks(dialect).stream().mapToLong(chunk -> chunk.records().size()).sum();
    List<SharedUnit> parts = new ArrayList<>();
    int rows = (int) Math.max(1, (records + most - 1) / most);
    cut(new ByteArrayInputStream(bytes), dialect, this, rows, parts::add);
    return parts;
  }

  /** The rows in chunks. */
  List<Chunk> chunks(Dialect dialect) throws IOException {
    ChunkReader reader =
        new ChunkReader(
            new RecordSplitter(
                new ByteArrayInputStream(bytes),
                dialect,
                start,
                lookaheads,
                RecordSplitter.MAX_RECORD),
            row,
            ROWS);
    List<Chunk> chunks = new ArrayList<>();
    for (Optional<Chunk> chunk = reader.next(); chunk.isPresent(); chunk = reader.next()) {
      chunks.add(chunk.get());
    }
    return chunks;
  }

  /** Returns the unit compressed and sealed. */
  byte[] sealed(JobSeal seal) {
    byte[] whole =
        ByteBuffer.allocate(HEAD + bytes.length)
            .putLong(start)
            .putLong(row)
            .putInt(lookaheads)
            .put(bytes)
            .array();
    return seal.seal(place(name()), JobSeal.pack(whole));
  }

  /**
   * Reads what {@link #sealed} wrote.
   *
   * @throws IOException where it was altered
   */
  static SharedUnit open(JobSeal seal, String name, byte[] sealed) throws IOException {
    ByteBuffer whole = ByteBuffer.wrap(JobSeal.unpack(seal.open(place(name), sealed)));
    long start = whole.getLong();
    long row = whole.getLong();
    int lookaheads = whole.getInt();
    byte[] bytes = new byte[whole.remaining()];
    whole.get(bytes);
    return new SharedUnit(start, row, lookaheads, bytes);
  }

  private static String place(String name) {
    return "rows/" + name;
  }

  @Override
  public String toString() {
    return "SharedUnit[" + row + "]";
  }
}
