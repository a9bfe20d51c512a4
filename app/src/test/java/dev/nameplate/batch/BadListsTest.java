package dev.nameplate.batch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.csv.ListException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists as they should not be: each has an answer that says what to do. */
final class BadListsTest {
  private static final String BROKEN = "a quote that is not closed, or text behind a closing quote";

  private static void refused(String list, String... words) {
    assertThatThrownBy(() -> ListFixture.run(list))
        .isInstanceOf(ListException.class)
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains(words));
  }

  /** A list that is not held in memory. */
  private static InputStream repeated(String head, String row, int times, String tail) {
    byte[] block = row.repeat(1_000).getBytes(UTF_8);
    List<InputStream> parts =
        IntStream.range(0, times / 1_000)
            .<InputStream>mapToObj(at -> new ByteArrayInputStream(block))
            .collect(Collectors.toList());
    parts.add(0, new ByteArrayInputStream(head.getBytes(UTF_8)));
    parts.add(new ByteArrayInputStream(tail.getBytes(UTF_8)));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static Tally run(InputStream list) throws IOException {
    return ListFixture.run(
        ListFixture.batch(2),
        ListFixture.job("welcome", BatchOptions.DEFAULT),
        list,
        OutputStream.nullOutputStream());
  }

  @Test
  void noHeadingRow_isSaidToBeMissing_withoutItsValues() {
    refused("Maria,maria@example.com,Bonn\nAnn,ann@example.com,Ulm\n", "row 1 looks like", "name");
    assertThatThrownBy(() -> ListFixture.run("Maria,maria@example.com\n"))
        .hasMessageNotContaining("Maria")
        .hasMessageNotContaining("example.com");
  }

  @Test
  void headingRowAlone_givesAHeadingRow() {
    ListFixture.Out out = ListFixture.run("Name,City\r\n");
    assertThat(out.text()).startsWith("Name,City,image_url").endsWith("np_note\r\n");
    assertThat(out.tally().rows()).isZero();
    assertThat(ListFixture.run("Name,City").text()).endsWith("np_note");
  }

  @Test
  void aMillionEmptyRows_areSkippedAndCounted() throws IOException {
    Tally tally = run(repeated("name,city\n", ",\n\n", 500_000, ""));
    assertThat(tally.of(RowState.SKIPPED)).isEqualTo(1_000_000).isEqualTo(tally.rows());
  }

  @Test
  void utf16WithoutItsMark_isReadAndWrittenAsSuch() {
    byte[] list = "Name\tCity\r\nZo\u00eb\tUlm\r\n".getBytes(UTF_16LE);
    String text =
        new String(ListFixture.run("welcome", BatchOptions.DEFAULT, list).bytes(), UTF_16LE);
    assertThat(text).contains("Zo\u00eb\tUlm\thttp://localhost:8080/i/welcome.png?name=Zo%C3%AB\t");
  }

  @Test
  void mixedNewlines_areKeptLineByLine() {
    assertThat(ListFixture.run("name\r\nAnn\nBob\r\nCyd\rDan").text())
        .containsPattern("np_note\r\nAnn[^\r\n]+\nBob[^\r\n]+\r\nCyd[^\r\n]+\rDan[^\r\n]+$");
    assertThat(ListFixture.plan("welcome", "name\r\nAnn\nBob\r\n".getBytes(UTF_8)).warnings())
        .contains("line endings are mixed; each line keeps its own");
  }

  @Test
  void nulBytes_stayInTheFile_andAreNoPartOfValues() {
    String list = "na\u0000me,city\nMa\u0000ria,\u0000\n";
    assertThat(ListFixture.run(list).text())
        .contains("Ma\u0000ria,\u0000,")
        .contains("?name=Maria,")
        .contains("Welcome, Maria.");
    assertThat(ListFixture.plan("welcome", list.getBytes(UTF_8)).warnings())
        .anyMatch(words -> words.contains("3 NUL bytes") && words.contains("Export"));
  }

  @Test
  void unclosedQuote_inRow900000_costsThatRowAlone() throws IOException {
    String last = ",\n".repeat(998) + "\"Bob,Ulm\n" + "Cyd,Ulm\n".repeat(1_000);
    Tally tally = run(repeated("name,city\n", ",\n", 899_000, last));
    assertThat(tally.of(RowState.FAILED)).isEqualTo(1);
    assertThat(tally.rowsWith(BROKEN)).containsExactly(900_000L);
    assertThat(tally.of(RowState.DONE)).isEqualTo(1_000);
    assertThat(ListFixture.sum(tally)).isEqualTo(900_999).isEqualTo(tally.rows());
  }

  @Test
  void cellOfTenMegabytes_failsAlone_andIsCopied() {
    String big = "x".repeat(10 << 20);
    ListFixture.Out out = ListFixture.run("name,city\nAnn,Ulm\nBob," + big + "\nCyd,Ulm\n");
    assertThat(out.tally().of(RowState.DONE)).isEqualTo(2);
    assertThat(out.tally().rowsWith("a row of more than a megabyte")).containsExactly(3L);
    assertThat(out.text()).contains("\nBob," + big + "\nCyd,Ulm,http");
  }

  @Test
  void fiveThousandColumns_areRead() {
    String headings =
        IntStream.range(0, 5_000).mapToObj(at -> "c" + at).collect(Collectors.joining(","));
    String cells = "x,".repeat(5_000);
    ListFixture.Out out = ListFixture.run(headings + ",name\n" + cells + "Ann\n" + cells + "Bob\n");
    assertThat(out.tally().of(RowState.DONE)).isEqualTo(2);
    assertThat(out.lines().get(1)).contains(cells + "Ann,http");
    refused(
        "a,".repeat(20_000).replaceAll("a,$", "name\n"),
        "more than 16384 columns",
        "only the columns");
  }

  @Test
  void duplicateHeadings_areRefused_withBothColumnNumbers() {
    refused(
        "Name,City,name,x,CITY,,\nA,B,C,D,E,,\n",
        "columns 1 and 3 are both called \"name\"",
        "columns 2 and 5 are both called \"CITY\"",
        "rename");
  }

  @Test
  void emptyHeadings_areNoDuplicates() {
    assertThat(ListFixture.run("name,,\nAnn,,\n").tally().of(RowState.DONE)).isEqualTo(1);
  }

  @Test
  void everyLineEmpty_isRefused() {
    refused("\n\n\r\n", "every line of the list is empty");
  }

  @Test
  void fullDisk_keepsTheRowsBeforeIt() {
    OutputStream full =
        new OutputStream() {
          private int left = 100_000;

          @Override
          public void write(int b) throws IOException {
            if (--left < 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    assertThatThrownBy(
            () ->
                ListFixture.run(
                    ListFixture.batch(2),
                    ListFixture.job("welcome", BatchOptions.DEFAULT),
                    repeated("name\n", "Ann\n", 20_000, ""),
                    full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void quotesThatAreNeverClosed_areFoundBeforeARun() throws IOException {
    String head = "name,city\n";
    byte[] open = ("\"Bob,Ulm\n" + "Cyd,Ulm\n".repeat(140_000)).getBytes(UTF_8);
    List<InputStream> parts =
        IntStream.range(0, 101)
            .<InputStream>mapToObj(at -> new ByteArrayInputStream(open))
            .collect(Collectors.toList());
    ListPlan plan = ListFixture.plan("welcome", (head + "Ann,Ulm\n").getBytes(UTF_8));
    assertThatThrownBy(
            () -> UrlBatch.check(plan, new SequenceInputStream(Collections.enumeration(parts))))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("more than 100 quotes are opened and never closed")
        .hasMessageContaining("save it as CSV again");
    UrlBatch.check(plan, new ByteArrayInputStream(open));
  }

  @Test
  void rowInAnotherEncoding_isReadAsWindows1252_andCounted() {
    byte[] list = "name,city\nZo\u00eb,a\nZo\u00eb,b\nZo?,c\n".getBytes(UTF_8);
    for (int at = 0; at < list.length; at++) {
      list[at] = list[at] == '?' ? (byte) 0xeb : list[at];
    }
    ListFixture.Out out = ListFixture.run("welcome", BatchOptions.DEFAULT, list);
    assertThat(out.tally().misencodedRows()).isEqualTo(1);
    assertThat(out.text().split("name=Zo%C3%AB", -1)).hasSize(4);
  }
}
