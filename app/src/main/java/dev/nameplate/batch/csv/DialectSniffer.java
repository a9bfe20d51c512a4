package dev.nameplate.batch.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out how a list is written, from its first bytes and a scan for its encoding. */
public final class DialectSniffer {
  /** How many of a file's first bytes are looked at for separator and line ending. */
  public static final int HEAD = 1 << 18;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int RECORDS = 200;
  private static final int PROOFS = 3;

  private final byte[] head;
  private final EncodingScan scan;
  private final List<String> proofs = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private DialectSniffer(byte[] head, EncodingScan scan) {
    this.head = head;
    this.scan = scan;
  }

  /**
   * Determines how a list is written.
   *
   * @param head its first bytes, {@link #HEAD} or all of it
   * @param scan of the whole file, or of its head if it can be read only once
   * @throws ListException if it is not a list
   */
  public static Sniffed sniff(byte[] head, EncodingScan scan) {
    return new DialectSniffer(head, scan).sniffed();
  }

  private Sniffed sniffed() {
    FileKind.objection(head, head.length)
        .ifPresent(
            wrong -> {
              throw wrong;
            });
    Marked marked = encoding();
    String text = new String(body(marked.length()), marked.encoding().charset());
    String first = text.lines().findFirst().orElse("");
    boolean jsonLines = text.stripLeading().startsWith("{");
    Optional<Character> hint = hint(first);
    int preamble =
        hint.map(known -> (first + newlineAfter(text, first)).getBytes(marked.encoding().charset()))
            .map(line -> line.length)
            .orElse(0);
    char separator = ',';
    if (jsonLines) {
      proofs.add("JSON Lines: the first line is a JSON object");
    } else {
      separator = hint.orElseGet(() -> separator(marked));
      hint.ifPresent(
          known -> proofs.add("separator " + Dialect.label(known) + ": line 1 says " + first));
    }
    int from = marked.length() + preamble;
    boolean isMarked = marked.length() > 0;
    Dialect plain = new Dialect(marked.encoding(), jsonLines, isMarked, separator, "\n", false);
    String newline = newline(plain, from);
    boolean quotesAll = !jsonLines && quotesAll(plain, from);
    Dialect dialect =
        new Dialect(marked.encoding(), jsonLines, isMarked, separator, newline, quotesAll);
    return new Sniffed(dialect, from, proofs, warnings);
  }

  private byte[] body(int from) {
    return Arrays.copyOfRange(head, from, head.length);
  }

  private record Marked(TextEncoding encoding, int length) {}

  private Marked encoding() {
    for (TextEncoding encoding : TextEncoding.values()) {
      byte[] mark = encoding.mark();
      if (mark.length > 0
          && head.length >= mark.length
          && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
        proofs.add(encoding.label() + ": the file begins with its byte order mark");
        return new Marked(encoding, mark.length);
      }
    }
    Optional<TextEncoding> wide = withoutMark();
    if (wide.isPresent()) {
      return new Marked(wide.get(), 0);
    }
    proofs.add(scan.proof());
    if (scan.nuls() > 0) {
      warnings.add(
          "the file holds "
              + scan.nuls()
              + " NUL bytes; they are left out of values and stay in the file. Export the list"
              + " again if letters are missing");
    }
    return new Marked(scan.encoding(), 0);
  }

  /** UTF-16 without a mark: of ASCII letters every other byte is zero. */
  private Optional<TextEncoding> withoutMark() {
    int pairs = head.length / 2;
    int even = 0;
    int odd = 0;
    for (int at = 0; at + 1 < head.length; at += 2) {
      even += head[at] == 0 ? 1 : 0;
      odd += head[at + 1] == 0 ? 1 : 0;
    }
    boolean little = odd * 2 > pairs && even * 10 < pairs;
    boolean big = even * 2 > pairs && odd * 10 < pairs;
    if (!little && !big) {
      return Optional.empty();
    }
    TextEncoding encoding = little ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE;
    proofs.add(
        encoding.label()
            + " without a byte order mark: of lines 1 to 3 every other byte is zero ("
            + Math.max(even, odd)
            + " of "
            + pairs
            + " pairs of bytes)");
    return Optional.of(encoding);
  }

  /** Excel's own hint, {@code sep=;}. */
  private static Optional<Character> hint(String first) {
    boolean hint =
        first.length() == 5 && first.toLowerCase(java.util.Locale.ROOT).startsWith("sep=");
    return hint && new String(SEPARATORS).indexOf(first.charAt(4)) >= 0
        ? Optional.of(first.charAt(4))
        : Optional.empty();
  }

  private static String newlineAfter(String text, String line) {
    String rest = text.substring(line.length());
    return rest.startsWith("\r\n") ? "\r\n" : rest.isEmpty() ? "" : rest.substring(0, 1);
  }

  /** The most frequent line ending of records; those within cells do not count. */
  private String newline(Dialect dialect, int from) {
    List<String> endings =
        records(dialect, from, RECORDS).stream()
            .filter(row -> row.bytes().length > row.length())
            .map(row -> ending(row, dialect.encoding()))
            .toList();
    long both = endings.stream().filter("\r\n"::equals).count();
    long lf = endings.stream().filter("\n"::equals).count();
    long cr = endings.stream().filter("\r"::equals).count();
    String newline = both >= lf && both >= cr && both > 0 ? "\r\n" : cr > lf ? "\r" : "\n";
    proofs.add(
        "line ending "
            + new Dialect(TextEncoding.UTF_8, false, false, ',', newline, false).newlineLabel()
            + ": of the first "
            + endings.size()
            + " rows "
            + both
            + " end with CR LF, "
            + lf
            + " with LF, "
            + cr
            + " with CR");
    if (endings.stream().distinct().count() > 1) {
      warnings.add("line endings are mixed; each line keeps its own");
    }
    return newline;
  }

  private static String ending(RawRecord row, TextEncoding encoding) {
    return new String(
        row.bytes(), row.length(), row.bytes().length - row.length(), encoding.charset());
  }

  /** A separator with the numbers of cells that the first records have by it. */
  private record Guess(char separator, List<Integer> counts) {
    /** Records with as many cells as the first. */
    long agreeing() {
      return counts.stream().filter(counts.get(0)::equals).count();
    }

    boolean separates() {
      return !counts.isEmpty() && counts.get(0) > 1;
    }

    double score() {
      return separates() ? (double) agreeing() / counts.size() + counts.get(0) / 1e6 : 0;
    }
  }

  private char separator(Marked marked) {
    Guess best = new Guess(',', List.of());
    for (char separator : SEPARATORS) {
      Guess guess = guess(marked, separator);
      best = guess.score() > best.score() ? guess : best;
    }
    if (!best.separates()) {
      proofs.add("separator comma: the first rows have one cell each, whatever separates them");
      return ',';
    }
    int same = best.counts().get(0);
    List<String> rows = new ArrayList<>();
    for (int at = 0; at < best.counts().size() && rows.size() < PROOFS; at++) {
      if (best.counts().get(at) == same) {
        rows.add(String.valueOf(at + 1));
      }
    }
    proofs.add(
        "separator "
            + Dialect.label(best.separator())
            + ": row"
            + (rows.size() == 1 ? " " : "s ")
            + String.join(", ", rows)
            + (rows.size() == 1 ? " has " : " have ")
            + same
            + " cells"
            + (rows.size() == 1 ? "" : " each"));
    return best.separator();
  }

  private Guess guess(Marked marked, char separator) {
    Dialect dialect =
        new Dialect(marked.encoding(), false, marked.length() > 0, separator, "\n", false);
    List<RawRecord> rows = records(dialect, marked.length(), RECORDS);
    return new Guess(
        separator, new Cells(dialect).read(rows).stream().map(row -> row.values().size()).toList());
  }

  /** The first readable records; the last one of the head may be cut off and is left out. */
  private List<RawRecord> records(Dialect dialect, int from, int most) {
    List<RawRecord> rows = new ArrayList<>();
    RecordSplitter splitter =
        new RecordSplitter(
            new ByteArrayInputStream(body(from)), dialect, 0, 0, RecordSplitter.MAX_RECORD);
    try {
      Optional<RawRecord> row = splitter.next();
      while (row.isPresent() && rows.size() < most) {
        boolean whole =
            row.get().end() < head.length - from || rows.isEmpty() || head.length < HEAD;
        if (row.get().kind() == RawRecord.Kind.ROW && whole) {
          rows.add(row.get());
        }
        row = splitter.next();
      }
      return rows;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private boolean quotesAll(Dialect dialect, int from) {
    List<RawRecord> first = records(dialect, from, 1);
    if (first.isEmpty()) {
      return false;
    }
    RawRecord heading = first.get(0);
    String text = dialect.encoding().decode(heading.bytes(), heading.length()).text();
    int cells = new Cells(dialect).read(first).get(0).values().size();
    long quotes = text.chars().filter(c -> c == '"').count();
    return text.startsWith("\"") && text.endsWith("\"") && quotes >= 2L * cells;
  }
}
