package dev.nameplate.batch.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every byte of a list once, for its encoding and its number of lines. */
public final class EncodingScan {
  private static final int PROOFS = 3;

  private final List<Long> utf8Lines = new ArrayList<>();
  private final List<Long> otherLines = new ArrayList<>();
  private long utf8;
  private long other;
  private long nuls;
  private long lines;

  private int expected;
  private boolean beyond;
  private boolean broken;
  private boolean afterCr;
  private boolean inLine;

  private EncodingScan() {}

  /**
   * Reads a stream to its end, in constant memory, and does not close it.
   *
   * @throws IOException if reading fails
   */
  public static EncodingScan of(InputStream in) throws IOException {
    EncodingScan scan = new EncodingScan();
    byte[] buffer = new byte[1 << 16];
    int read = in.read(buffer);
    while (read >= 0) {
      for (int at = 0; at < read; at++) {
        scan.take(buffer[at] & 0xff);
      }
      read = in.read(buffer);
    }
    scan.endLine();
    return scan;
  }

  /** Returns what was found as a text, from which {@link #of(String)} makes an equal scan. */
  public String text() {
    return Stream.of(List.of(utf8, other, nuls, lines), utf8Lines, otherLines)
        .map(numbers -> numbers.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .collect(Collectors.joining(";"));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException where it is no such text
   */
  public static EncodingScan of(String text) {
    String[] parts = text.split(";", -1);
    List<Long> counts = numbers(parts[0]);
    if (parts.length != 3 || counts.size() != 4) {
      throw new IllegalArgumentException("no scan of a list: " + text);
    }
    EncodingScan scan = new EncodingScan();
    scan.utf8 = counts.get(0);
    scan.other = counts.get(1);
    scan.nuls = counts.get(2);
    scan.lines = counts.get(3);
    scan.utf8Lines.addAll(numbers(parts[1]));
    scan.otherLines.addAll(numbers(parts[2]));
    return scan;
  }

  private static List<Long> numbers(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(",")).map(Long::valueOf).toList();
  }

  private void take(int unit) {
    if (unit == '\n' || unit == '\r') {
      if (unit != '\n' || !afterCr) {
        inLine = true;
        endLine();
      }
      afterCr = unit == '\r';
      return;
    }
    afterCr = false;
    inLine = true;
    if (unit < 0x80) {
      nuls += unit == 0 ? 1 : 0;
      broken |= expected > 0;
      expected = 0;
    } else {
      beyond = true;
      continued(unit);
    }
  }

  private void continued(int unit) {
    if (unit < 0xc0) {
      broken |= expected == 0;
      expected = Math.max(0, expected - 1);
    } else {
      broken |= expected > 0 || unit < 0xc2 || unit > 0xf4;
      expected = unit < 0xe0 ? 1 : unit < 0xf0 ? 2 : 3;
    }
  }

  private void endLine() {
    if (!inLine) {
      return;
    }
    lines++;
    boolean ill = broken || expected > 0;
    if (ill) {
      other++;
      note(otherLines);
    } else if (beyond) {
      utf8++;
      note(utf8Lines);
    }
    expected = 0;
    beyond = false;
    broken = false;
    inLine = false;
  }

  private void note(List<Long> proofs) {
    if (proofs.size() < PROOFS) {
      proofs.add(lines);
    }
  }

  /**
   * Returns how many lines were read, including empty ones and a last one without a line ending.
   */
  public long lines() {
    return lines;
  }

  /** Returns how many of the bytes are 0. */
  public long nuls() {
    return nuls;
  }

  /** UTF-8, or windows-1252 where more lines are no UTF-8 than are. */
  TextEncoding encoding() {
    return other > utf8 ? TextEncoding.WINDOWS_1252 : TextEncoding.UTF_8;
  }

  /** Why, with the lines that prove it. */
  String proof() {
    if (encoding() == TextEncoding.WINDOWS_1252) {
      return "windows-1252: " + lines(otherLines) + " bytes that are no UTF-8";
    }
    String plain = utf8 == 0 ? "UTF-8: every letter is ASCII" : "UTF-8: " + lines(utf8Lines);
    return plain
        + (utf8 == 0 ? "" : " letters beyond ASCII as UTF-8 writes them")
        + (other == 0 ? "" : "; " + other + " lines are no UTF-8 and read as windows-1252");
  }

  private static String lines(List<Long> numbers) {
    return numbers.size() == 1
        ? "line " + numbers.get(0) + " has"
        : "lines "
            + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + " have";
  }
}
