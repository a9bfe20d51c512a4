package dev.nameplate.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.RawColumns;
import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.batch.csv.RecordSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports as programs write them go through unharmed: our columns taken off give their bytes. */
final class ExportsTest {
  private static final Charset LATIN = Charset.forName("windows-1252");

  private enum Quoting {
    NEEDED,
    ALL,
    /** Texts, not numbers and not the empty cell. */
    TEXTS
  }

  /**
   * An export.
   *
   * @param hint whether Excel's line {@code sep=;} stands first
   * @param ended whether the last row ends with a newline
   */
  record Export(
      String program,
      Charset charset,
      boolean marked,
      char separator,
      String newline,
      Quoting quoting,
      boolean hint,
      boolean ended,
      List<String> headings) {
    @Override
    public String toString() {
      return program;
    }
  }

  private static final List<String> MAILCHIMP =
      List.of(
          "Email Address",
          "First Name",
          "Last Name",
          "Address",
          "MEMBER_RATING",
          "OPTIN_TIME",
          "TAGS");
  private static final List<String> KLAVIYO =
      List.of("Email", "First Name", "Last Name", "$city", "Properties.points", "Date Added");
  private static final List<String> HUBSPOT =
      List.of("Record ID", "First Name", "Last Name", "Email", "Company Name", "Create Date");
  private static final List<String> SALESFORCE =
      List.of("Id", "FirstName", "LastName", "Email", "MailingCity", "CreatedDate");
  private static final List<String> SHOPIFY =
      List.of(
          "Customer ID",
          "First Name",
          "Last Name",
          "Email",
          "Accepts Email Marketing",
          "Default Address City",
          "Total Spent",
          "Note");
  private static final List<String> SHEET = List.of("Name", "City", "Points", "Remark", "Phone");

  static List<Export> exports() {
    List<Export> all = new ArrayList<>();
    Charset utf8 = StandardCharsets.UTF_8;
    for (boolean ended : new boolean[] {true, false}) {
      String open = ended ? "" : ", no newline at the end";
      add(
          all,
          "Excel on Windows, CSV UTF-8" + open,
          utf8,
          true,
          ',',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Windows, CSV UTF-8, German" + open,
          utf8,
          true,
          ';',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Windows, CSV" + open,
          LATIN,
          false,
          ',',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Windows, CSV, German" + open,
          LATIN,
          false,
          ';',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Windows, Unicode text" + open,
          StandardCharsets.UTF_16LE,
          true,
          '\t',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Mac, CSV UTF-8" + open,
          utf8,
          true,
          ',',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Mac, CSV for Windows" + open,
          LATIN,
          false,
          ';',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "Excel on Mac, old newlines" + open,
          utf8,
          false,
          ',',
          "\r",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(all, "Google Sheets, CSV" + open, utf8, false, ',', "\r\n", Quoting.NEEDED, ended, SHEET);
      add(
          all,
          "Google Sheets, TSV" + open,
          utf8,
          false,
          '\t',
          "\r\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "LibreOffice, defaults" + open,
          utf8,
          false,
          ',',
          "\n",
          Quoting.NEEDED,
          ended,
          SHEET);
      add(
          all,
          "LibreOffice, texts quoted" + open,
          utf8,
          false,
          ';',
          "\n",
          Quoting.TEXTS,
          ended,
          SHEET);
      add(
          all,
          "LibreOffice, UTF-16" + open,
          StandardCharsets.UTF_16BE,
          true,
          ',',
          "\n",
          Quoting.ALL,
          ended,
          SHEET);
      add(all, "LibreOffice, pipes" + open, utf8, false, '|', "\n", Quoting.NEEDED, ended, SHEET);
      add(all, "Mailchimp" + open, utf8, false, ',', "\n", Quoting.TEXTS, ended, MAILCHIMP);
      add(all, "Klaviyo" + open, utf8, false, ',', "\n", Quoting.NEEDED, ended, KLAVIYO);
      add(all, "HubSpot" + open, utf8, true, ',', "\n", Quoting.ALL, ended, HUBSPOT);
      add(all, "Salesforce" + open, utf8, false, ',', "\n", Quoting.ALL, ended, SALESFORCE);
      add(
          all,
          "Salesforce, report" + open,
          LATIN,
          false,
          ',',
          "\r\n",
          Quoting.ALL,
          ended,
          SALESFORCE);
      add(all, "Shopify" + open, utf8, false, ',', "\n", Quoting.NEEDED, ended, SHOPIFY);
    }
    all.add(new Export("Excel's hint", utf8, true, ';', "\r\n", Quoting.NEEDED, true, true, SHEET));
    return all;
  }

  private static void add(
      List<Export> all,
      String program,
      Charset charset,
      boolean marked,
      char separator,
      String newline,
      Quoting quoting,
      boolean ended,
      List<String> headings) {
    all.add(
        new Export(program, charset, marked, separator, newline, quoting, false, ended, headings));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void export_goesThroughUnharmed(Export export) throws IOException {
    byte[] list = bytes(export);
    ListFixture.Out out = ListFixture.run("welcome", BatchOptions.DEFAULT, list);
    assertThat(out.tally().of(RowState.FAILED)).as("failed").isZero();
    assertThat(out.tally().of(RowState.DONE)).as("done").isGreaterThan(100);
    assertThat(ListFixture.sum(out.tally())).isEqualTo(out.tally().rows());
    Dialect dialect = ListFixture.plan("welcome", list).form().dialect();
    assertThat(dialect.separator()).isEqualTo(export.separator());
    assertThat(dialect.newline()).isEqualTo(export.newline());
    assertThat(dialect.encoding().charset()).isEqualTo(export.charset());
    assertThat(withoutOurs(out.bytes(), export, dialect)).isEqualTo(list);
  }

  private static byte[] withoutOurs(byte[] bytes, Export export, Dialect dialect)
      throws IOException {
    int columns = export.headings().size();
    Set<Integer> ours = new TreeSet<>();
    for (int at = 0; at < OwnCells.HEADINGS.size(); at++) {
      ours.add(columns + at);
    }
    int preamble = preamble(export).length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, preamble);
    RecordSplitter splitter =
        new RecordSplitter(
            new ByteArrayInputStream(bytes, preamble, bytes.length - preamble),
            dialect,
            0,
            0,
            1 << 20);
    RawColumns without = new RawColumns(dialect, ours);
    Optional<RawRecord> next = splitter.next();
    while (next.isPresent()) {
      RawRecord record = next.get();
      if (record.kind() == RawRecord.Kind.ROW) {
        without.write(record, out);
        out.write(record.bytes(), record.length(), record.bytes().length - record.length());
      } else {
        out.writeBytes(record.bytes());
      }
      next = splitter.next();
    }
    return out.toByteArray();
  }

  private static byte[] preamble(Export export) {
    String text =
        (export.marked() ? "\ufeff" : "")
            + (export.hint() ? "sep=" + export.separator() + export.newline() : "");
    return text.getBytes(export.charset());
  }

  private static byte[] bytes(Export export) {
    Random random = new Random(export.program().hashCode());
    StringBuilder text = new StringBuilder();
    line(export, export.headings(), text);
    for (int row = 0; row < 200; row++) {
      if (random.nextInt(40) == 0) {
        text.append(export.newline());
      } else {
        List<String> cells = new ArrayList<>();
        for (String heading : export.headings()) {
          cells.add(random.nextInt(15) == 0 ? "" : cell(heading, random, export));
        }
        cells.set(export.headings().size() - 1, row % 3 == 0 ? "" : "x" + row);
        line(export, cells, text);
      }
    }
    if (!export.ended()) {
      text.append("last");
      text.append(String.valueOf(export.separator()).repeat(export.headings().size() - 1));
    }
    byte[] body = text.toString().getBytes(export.charset());
    byte[] preamble = preamble(export);
    byte[] all = Arrays.copyOf(preamble, preamble.length + body.length);
    System.arraycopy(body, 0, all, preamble.length, body.length);
    return all;
  }

  private static String cell(String heading, Random random, Export export) {
    String name = heading.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    if (name.equals("name") || name.contains("firstname")) {
      return List.of("Zo\u00eb", "J\u00fcrgen", "Ann", "Ren\u00e9e", "Bo").get(random.nextInt(5));
    }
    return switch (random.nextInt(8)) {
      case 0 -> "a" + export.separator() + "b";
      case 1 -> "said \"hi\", left";
      case 2 -> "two" + (export.newline().equals("\r") ? "\r" : "\n") + "lines";
      case 3 -> "=1+1";
      case 4 -> "+49 171 5550100";
      case 5 -> "2026-11-29 08:00:00";
      case 6 -> String.valueOf(random.nextInt(100_000));
      default -> "K\u00f6ln\u00a0 S\u00fcd";
    };
  }

  private static void line(Export export, List<String> cells, StringBuilder text) {
    for (int at = 0; at < cells.size(); at++) {
      String cell = cells.get(at);
      boolean needed = cell.indexOf(export.separator()) >= 0 || cell.matches("(?s).*[\"\r\n].*");
      boolean words = !cell.isEmpty() && !cell.matches("\\d+");
      boolean quoted =
          needed || export.quoting() == Quoting.ALL || (export.quoting() == Quoting.TEXTS && words);
      text.append(at == 0 ? "" : String.valueOf(export.separator()))
          .append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    text.append(export.newline());
  }
}
