package dev.nameplate.batch.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a list is written, found out from its bytes. */
final class DialectSnifferTest {
  private static Sniffed sniff(byte[] bytes) {
    try {
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DialectSniffer.HEAD));
      return DialectSniffer.sniff(head, EncodingScan.of(new ByteArrayInputStream(bytes)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource({"',', comma", "';', semicolon", "'\t', tab", "|, pipe"})
  void separator_isTold_withTheRowsThatProveIt(char separator, String label) {
    String list = "a;b;c\n1,5;x;y\n2,5;\"p;q\";r\n".replace(';', separator).replace(",5", ".5");
    Sniffed sniffed = sniff(list.getBytes(UTF_8));
    assertThat(sniffed.dialect().separator()).isEqualTo(separator);
    assertThat(sniffed.proofs())
        .contains("separator " + label + ": rows 1, 2, 3 have 3 cells each");
  }

  @Test
  void encoding_isTold_withTheLinesThatProveIt() {
    String list = "name\nAnn\nZo\u00eb\nJ\u00fcrgen\nBo\nRen\u00e9\n\u00c5sa\n";
    assertThat(sniff(list.getBytes(UTF_8)).proofs())
        .contains("UTF-8: lines 3, 4, 6 have letters beyond ASCII as UTF-8 writes them");
    Sniffed latin = sniff(list.getBytes(Charset.forName("windows-1252")));
    assertThat(latin.dialect().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
    assertThat(latin.proofs()).contains("windows-1252: lines 3, 4, 6 have bytes that are no UTF-8");
    assertThat(sniff("name\nAnn\n".getBytes(UTF_8)).proofs())
        .contains("UTF-8: every letter is ASCII");
  }

  @Test
  void letterFarBehindTheHead_decidesAsWell() {
    String list = "name\n" + "Ann\n".repeat(200_000) + "Zo\u00eb\n";
    assertThat(sniff(list.getBytes(ISO_8859_1)).dialect().encoding())
        .isEqualTo(TextEncoding.WINDOWS_1252);
  }

  @Test
  void utf16_isKnown_withAndWithoutItsMark() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      for (String mark : new String[] {"\ufeff", ""}) {
        Sniffed sniffed = sniff((mark + "name\tcity\r\nZo\u00eb\tKoeln\r\n").getBytes(charset));
        assertThat(sniffed.dialect().encoding().charset()).isEqualTo(charset);
        assertThat(sniffed.dialect().separator()).isEqualTo('\t');
        assertThat(sniffed.dialect().newline()).isEqualTo("\r\n");
        assertThat(sniffed.dataOffset()).isEqualTo(2 * mark.length());
      }
    }
  }

  @Test
  void excelsHint_isBelieved_andIsNoRow() {
    Sniffed sniffed = sniff("\ufeffsep=;\r\na;b\r\n1,5;2\r\n".getBytes(UTF_8));
    assertThat(sniffed.dialect().separator()).isEqualTo(';');
    assertThat(sniffed.dataOffset()).isEqualTo(3 + 7);
  }

  @Test
  void lineEndings_withinCells_areNotMixedOnes() {
    Sniffed sniffed = sniff("a,b\r\n\"x\ny\",1\r\n".getBytes(UTF_8));
    assertThat(sniffed.dialect().newline()).isEqualTo("\r\n");
    assertThat(sniffed.warnings()).isEmpty();
    assertThat(sniff("a,b\r\nx,1\ny,2\r\n".getBytes(UTF_8)).warnings())
        .containsExactly("line endings are mixed; each line keeps its own");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004......xl/workbook.xml', Save as",
    "'PK\u0003\u0004......[Content_Types].xml', Excel workbook",
    "'PK\u0003\u0004......people.csv', unpack it",
    "'%PDF-1.7 ...', this is a PDF",
    "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', .xls",
    "'\u001f\u008b\b', gunzip",
    "'\u0089PNG', picture",
    "'<!DOCTYPE html><title>Sign in', HTML",
    "'[{\"name\": \"Ann\"}]', JSON Lines",
  })
  void filesThatAreNoLists_areRefused_withWhatToDo(String bytes, String words) {
    assertThatThrownBy(() -> sniff(bytes.getBytes(ISO_8859_1)))
        .isInstanceOf(ListException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("troubleshooting.md#");
  }

  @Test
  void emptyFile_isRefused() {
    assertThatThrownBy(() -> sniff(new byte[0])).hasMessageContaining("the file is empty");
  }
}
