package dev.nameplate.batch.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.csv.RawRecord.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Raw records: every byte in exactly one of them. */
final class RecordSplitterTest {
  private static Dialect dialect(TextEncoding encoding) {
    return new Dialect(encoding, false, false, ',', "\n", false);
  }

  private static List<RawRecord> split(byte[] bytes, Dialect dialect, int most) {
    RecordSplitter splitter =
        new RecordSplitter(new ByteArrayInputStream(bytes), dialect, 0, 0, most);
    List<RawRecord> records = new ArrayList<>();
    try {
      Optional<RawRecord> next = splitter.next();
      while (next.isPresent()) {
        records.add(next.get());
        next = splitter.next();
      }
      return records;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> contents(String text) {
    return split(text.getBytes(UTF_8), Dialect.RFC_4180, 1 << 20).stream()
        .map(row -> row.kind() + " " + new String(row.bytes(), 0, row.length(), UTF_8))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TextEncoding.class)
  void anyBytes_comeOutAgain_inOneRecordEach(TextEncoding encoding) {
    Random random = new Random(20);
    String letters = "ab,,;\"\"\"\r\n\n\u00e9 =";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int at = 0; at < length; at++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      byte[] bytes = text.toString().getBytes(encoding.charset());
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      long end = 0;
      for (RawRecord record : split(bytes, dialect(encoding), 16)) {
        joined.writeBytes(record.bytes());
        end += record.bytes().length;
        assertThat(record.end()).isEqualTo(end);
      }
      assertThat(joined.toByteArray()).as(text.toString()).isEqualTo(bytes);
    }
  }

  @Test
  void rowsThatAreReadable_areReadAloneAsTogether() {
    Random random = new Random(21);
    String letters = "ab,\"\"\n\r";
    Cells cells = new Cells(Dialect.RFC_4180);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int at = 0; at < length; at++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      List<RawRecord> rows =
          split(text.toString().getBytes(UTF_8), Dialect.RFC_4180, 1 << 20).stream()
              .filter(row -> row.kind() == Kind.ROW)
              .toList();
      List<Cells.Read> together = cells.read(rows);
      for (int at = 0; at < rows.size(); at++) {
        Cells.Read alone = cells.read(List.of(rows.get(at))).get(0);
        assertThat(alone.values()).as(text.toString()).isNotEmpty();
        assertThat(together.get(at).values()).isEqualTo(alone.values());
      }
    }
  }

  @Test
  void quotes_keepNewlinesAndSeparators_inTheirCell() {
    assertThat(contents("a,\"b\r\nc\",d\n\"x\"\"y\",5\" pipe\r\n\r\nlast"))
        .containsExactly("ROW a,\"b\r\nc\",d", "ROW \"x\"\"y\",5\" pipe", "BLANK ", "ROW last");
  }

  @Test
  void everyLineEnding_endsALine() {
    assertThat(contents("a\rb\nc\r\nd")).containsExactly("ROW a", "ROW b", "ROW c", "ROW d");
  }

  @Test
  void quoteThatIsNotClosed_costsItsLineAlone() {
    assertThat(contents("a,\"b\nc,d\ne,f\n"))
        .containsExactly("BROKEN_QUOTE a,\"b", "ROW c,d", "ROW e,f");
    assertThat(contents("a,\"b\nc,\"d\"\ne,f\n"))
        .containsExactly("BROKEN_QUOTE a,\"b", "ROW c,\"d\"", "ROW e,f");
    assertThat(contents("\"a\"b,c\nd\n")).containsExactly("BROKEN_QUOTE \"a\"b,c", "ROW d");
    assertThat(contents("a,\"b")).containsExactly("BROKEN_QUOTE a,\"b");
  }

  @Test
  void lineThatIsTooLong_isOneRow_inPieces() {
    byte[] bytes = ("a\n" + "x".repeat(50) + "\r\nb\n").getBytes(UTF_8);
    List<RawRecord> records = split(bytes, Dialect.RFC_4180, 20);
    assertThat(records.stream().map(RawRecord::kind))
        .containsExactly(Kind.ROW, Kind.TOO_LONG, Kind.REST, Kind.REST, Kind.ROW);
    assertThat(records.stream().filter(RawRecord::isCounted)).hasSize(3);
  }

  @Test
  void quotesThatAreNeverClosed_areGivenUp_afterAHundred() {
    StringBuilder list = new StringBuilder();
    for (int line = 0; line < 150; line++) {
      list.append("\"x\n").append("y\n".repeat(40));
    }
    assertThatThrownBy(() -> split(list.toString().getBytes(UTF_8), Dialect.RFC_4180, 64))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("never closed");
  }
}
