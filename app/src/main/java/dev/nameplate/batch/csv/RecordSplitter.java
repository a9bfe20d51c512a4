package dev.nameplate.batch.csv;

import dev.nameplate.batch.csv.RawRecord.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into records without changing a byte: every byte that is read is in exactly one
 * record. Quotes are those of RFC 4180, at the beginning of a cell; a line ends with CR LF, LF or
 * CR. Not safe for several threads.
 *
 * <p>A quote that is not closed would swallow the rest of the file. So where something other than a
 * separator follows a closing quote, where the file ends, or where a record grows longer than
 * allowed, the first line of the record is one {@link Kind#BROKEN_QUOTE} and reading goes on with
 * the line after it.
 */
public final class RecordSplitter {
  /** The most bytes of a record by default. */
  public static final int MAX_RECORD = 1 << 20;

  /** How often a record is read to the limit in vain before the file is given up. */
  private static final int MAX_LOOKAHEADS = 100;

  private static final int FIRST_BUFFER = 1 << 16;

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final InputStream in;
  private final TextEncoding encoding;
  private final int separator;
  private final boolean quotes;
  private final int width;
  private final int maxRecord;

  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int end;
  private long offset;
  private boolean inLongLine;
  private int lookaheads;

  /**
   * @param in where the list goes on, behind its byte order mark
   * @param offset of that place in the file
   * @param lookaheads what {@link #lookaheads} was there
   * @param maxRecord bytes of a record; a longer one is {@link Kind#TOO_LONG}
   */
  public RecordSplitter(
      InputStream in, Dialect dialect, long offset, int lookaheads, int maxRecord) {
    this.in = in;
    this.encoding = dialect.encoding();
    this.separator = dialect.separator();
    this.quotes = !dialect.jsonLines();
    this.width = encoding.width();
    this.offset = offset;
    this.lookaheads = lookaheads;
    this.maxRecord = maxRecord;
  }

  /**
   * Returns how often, up to the last record, the end of a quote was not found within the maximum
   * size of a record. It is part of a checkpoint.
   */
  public int lookaheads() {
    return lookaheads;
  }

  /**
   * Reads the next record, whose bytes are in a new array.
   *
   * @return empty at the end of the stream
   * @throws ListException if more than 100 quotes are not closed within the maximum size
   * @throws IOException if reading fails
   */
  public Optional<RawRecord> next() throws IOException {
    return inLongLine ? rest() : record();
  }

  private Optional<RawRecord> record() throws IOException {
    State state = State.CELL_START;
    boolean broken = false;
    int firstLine = 0;
    int at = 0;
    while (has(at)) {
      int unit = encoding.unit(buffer, start + at);
      at += width;
      boolean newline = unit == '\n' || unit == '\r';
      if (newline && (state != State.QUOTED || broken)) {
        int length = at - width;
        Kind kind = broken ? Kind.BROKEN_QUOTE : length == 0 ? Kind.BLANK : Kind.ROW;
        return taken(length, lineEnd(at, unit), kind);
      }
      if (newline && firstLine == 0) {
        firstLine = lineEnd(at, unit);
      } else if (state == State.CLOSED && unit != separator && unit != '"') {
        if (firstLine > 0) {
          return brokenLine(firstLine);
        }
        broken = true;
      }
      state = next(state, unit);
      if (at > maxRecord) {
        return tooLong(state, firstLine);
      }
    }
    return atEnd(state, broken, firstLine);
  }

  private State next(State state, int unit) {
    if (!quotes) {
      return State.PLAIN;
    }
    return switch (state) {
      case CELL_START ->
          unit == '"' ? State.QUOTED : unit == separator ? State.CELL_START : State.PLAIN;
      case PLAIN -> unit == separator ? State.CELL_START : State.PLAIN;
      case QUOTED -> unit == '"' ? State.CLOSED : State.QUOTED;
      case CLOSED ->
          unit == '"' ? State.QUOTED : unit == separator ? State.CELL_START : State.PLAIN;
    };
  }

  /** Where a line ends whose CR or LF was just read. */
  private int lineEnd(int at, int unit) throws IOException {
    return unit == '\r' && has(at) && encoding.unit(buffer, start + at) == '\n' ? at + width : at;
  }

  private Optional<RawRecord> atEnd(State state, boolean broken, int firstLine) {
    int left = end - start;
    if (left == 0) {
      return Optional.empty();
    }
    boolean open = state == State.QUOTED || broken;
    if (open && firstLine > 0) {
      return brokenLine(firstLine);
    }
    return taken(left, left, open ? Kind.BROKEN_QUOTE : Kind.ROW);
  }

  private Optional<RawRecord> tooLong(State state, int firstLine) {
    if (firstLine > 0 && (state == State.QUOTED || state == State.CLOSED)) {
      lookaheads++;
      if (lookaheads > MAX_LOOKAHEADS) {
        throw new ListException(
            "more than "
                + MAX_LOOKAHEADS
                + " quotes are opened and never closed, so this is not the CSV that it looks like;"
                + " save it as CSV again, with quotes around cells that hold quotes",
            "unclosed-quote");
      }
      return brokenLine(firstLine);
    }
    inLongLine = true;
    return taken(maxRecord / width * width, maxRecord / width * width, Kind.TOO_LONG);
  }

  private Optional<RawRecord> brokenLine(int lineEnd) {
    int content = lineEnd;
    while (content > 0 && isNewline(encoding.unit(buffer, start + content - width))) {
      content -= width;
    }
    return taken(content, lineEnd, Kind.BROKEN_QUOTE);
  }

  private static boolean isNewline(int unit) {
    return unit == '\n' || unit == '\r';
  }

  /** What follows of a line that is too long, a piece at a time. */
  private Optional<RawRecord> rest() throws IOException {
    int at = 0;
    while (has(at)) {
      int unit = encoding.unit(buffer, start + at);
      at += width;
      if (isNewline(unit)) {
        inLongLine = false;
        return taken(at - width, lineEnd(at, unit), Kind.REST);
      }
      if (at >= maxRecord) {
        return taken(at, at, Kind.REST);
      }
    }
    inLongLine = false;
    int left = end - start;
    return left == 0 ? Optional.empty() : taken(left, left, Kind.REST);
  }

  /** Returns whether the last record ends its line, so that reading can be resumed after it. */
  public boolean isAtLineStart() {
    return !inLongLine;
  }

  private Optional<RawRecord> taken(int length, int whole, Kind kind) {
    byte[] bytes = Arrays.copyOfRange(buffer, start, start + whole);
    start += whole;
    offset += whole;
    return Optional.of(new RawRecord(bytes, length, kind, offset));
  }

  /** Whether a unit lies there, read from the stream where it has to be. */
  private boolean has(int at) throws IOException {
    while (start + at + width > end) {
      makeSpace();
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  private void makeSpace() {
    if (end < buffer.length) {
      return;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }
}
