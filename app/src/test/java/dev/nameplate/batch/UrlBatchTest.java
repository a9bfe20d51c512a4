package dev.nameplate.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.ImageRef;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.sign.VerificationResult;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Access;
import dev.nameplate.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The core: a list in, the same list with URLs out. */
final class UrlBatchTest {
  private static final String OWN = ",image_url,image_alt,np_status,np_outcome,np_note";

  @Test
  void row_takesUrl_alt_status_outcome_andNote() {
    assertThat(ListFixture.run("First Name,City\r\nMaria,Köln\r\n,Bonn\r\n").lines())
        .containsExactly(
            "First Name,City" + OWN,
            "Maria,Köln,http://localhost:8080/i/welcome.png?name=Maria,"
                + "\"Welcome, Maria. Your first trail is waiting.\",done,personalised,",
            ",Bonn,http://localhost:8080/i/welcome.png,"
                + "Welcome aboard. Your first trail is waiting.,fallback,fallback,"
                + "\"name: empty, left out\"");
  }

  @Test
  void fallback_isNamed_withTheTextThatIsDrawn() {
    ListFixture.Out out =
        ListFixture.run(
            "loyalty-card",
            BatchOptions.DEFAULT,
            "name,points,member\nMaria,*|POINTS|*,A-1\n".getBytes(UTF_8));
    assertThat(out.lines().get(1))
        .contains("fallback,fallback,\"points: unmerged, \"\"0\"\" is drawn\"");
  }

  @Test
  void longValue_isCut_andSaidToBe() {
    assertThat(
            ListFixture.run("name\nWilhelmina Theodora Josephine Charlotte Augusta Hohenstein\n")
                .lines()
                .get(1))
        .contains("name: longer than 40 letters, cut there");
  }

  @Test
  void rowsOfManyChunks_comeOutInOrder_andTheSameOnAnyNumberOfThreads() throws IOException {
    StringBuilder list = new StringBuilder("name,row\n");
    for (int row = 0; row < 5_000; row++) {
      list.append(row % 7 == 0 ? "" : "Maria").append(',').append(row).append('\n');
    }
    List<byte[]> outs = new ArrayList<>();
    for (int threads : new int[] {1, 2, 7}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Tally tally =
          ListFixture.run(
              ListFixture.batch(threads),
              ListFixture.job("welcome", BatchOptions.DEFAULT),
              list.toString().getBytes(UTF_8),
              out);
      assertThat(ListFixture.sum(tally)).isEqualTo(5_000).isEqualTo(tally.rows());
      outs.add(out.toByteArray());
    }
    assertThat(outs.get(1)).isEqualTo(outs.get(0));
    assertThat(outs.get(2)).isEqualTo(outs.get(0));
    List<String> lines = new String(outs.get(0), UTF_8).lines().skip(1).toList();
    for (int row = 0; row < lines.size(); row++) {
      assertThat(lines.get(row).split(",")[1]).isEqualTo(String.valueOf(row));
    }
  }

  @Test
  void emptyRows_areSkipped_blankLinesCopied_wrongCountsFailed() {
    ListFixture.Out out = ListFixture.run("name,city\nA B,C\n\n,\nX\nX,Y,Z\n \"Q\",R\n");
    assertThat(out.lines())
        .contains("", "X", "X,Y,Z")
        .anyMatch(line -> line.startsWith(",,,,skipped,,"));
    assertThat(out.tally().of(RowState.SKIPPED)).isEqualTo(2);
    assertThat(out.tally().of(RowState.FAILED)).isEqualTo(2);
    assertThat(out.tally().rowsWith("another number of cells than there are headings"))
        .containsExactly(5L, 6L);
    assertThat(ListFixture.sum(out.tally())).isEqualTo(6);
  }

  @Test
  void columnsOfAFormerRun_areReplaced_whereverTheyStand() {
    ListFixture.Out once = ListFixture.run("name,city\n\"Ann \"\"A\"\" B\",\"x,y\"\nBob,z\n");
    assertThat(ListFixture.run(once.text()).text()).isEqualTo(once.text());
    assertThat(ListFixture.run("np_note,name,image_url,city\n\"a,\"\"b\",Bob,u,z\n").lines().get(1))
        .startsWith("Bob,z,http://localhost:8080/i/welcome.png?name=Bob,");
  }

  @Test
  void formulas_ofTheUser_areUntouchedAndCounted_oursAreNone() {
    ListFixture.Out out =
        ListFixture.run("name,note\nMaria,=1+1\nMaria,@SUM(A1)\nMaria,-5\nMaria,+49 170 1\n");
    assertThat(out.text()).contains("Maria,=1+1,", "Maria,@SUM(A1),");
    assertThat(out.tally().formulas()).isEqualTo(2);
    for (String line : out.lines()) {
      for (String cell : line.split(",", -1)) {
        if (cell.startsWith("http") || cell.startsWith("\"Welcome")) {
          assertThat(cell).doesNotContainPattern("^\"?[=+@\\t\\r-]");
        }
      }
    }
  }

  @Test
  void urlsOver255Bytes_areCountedAndNoted() {
    BatchOptions far = ListFixture.options(UrlForm.SIGNED);
    ListFixture.Out out =
        ListFixture.run(
            "welcome", far, "name\nΕλένη Παπαδοπούλου Αικατερίνη Καραμανλή\nBo\n".getBytes(UTF_8));
    assertThat(out.tally().longUrls()).isEqualTo(1);
    assertThat(out.tally().longestUrl()).isGreaterThan(255);
    assertThat(out.lines().get(1)).contains("Mailchimp cuts at 255 on import");
    assertThat(out.lines().get(2)).doesNotContain("Mailchimp");
  }

  @Test
  void rowsBeyondTheLimit_areCopied_asNotAttempted() {
    ListFixture.Out out =
        ListFixture.run(
            "welcome", ListFixture.options(2), "name\nAnn\nBob\nCyd\n\n".getBytes(UTF_8));
    assertThat(out.tally().of(RowState.DONE)).isEqualTo(2);
    assertThat(out.tally().of(RowState.NOT_ATTEMPTED)).isEqualTo(2);
    assertThat(out.lines().get(3)).startsWith("Cyd,,,not_attempted,");
  }

  @Test
  void lettersThatTheEncodingLacks_areLeftOutOfOurCells_andNoted() {
    Charset latin = Charset.forName("windows-1252");
    byte[] list = "name;city\r\n\"Zo\u00eb &#321;\";K\u00f6ln\r\n".getBytes(latin);
    ListFixture.Out out = ListFixture.run("welcome", BatchOptions.DEFAULT, list);
    String text = new String(out.bytes(), latin);
    assertThat(text)
        .contains("Welcome, Zo\u00eb . Your first")
        .contains("1 letters that windows-1252 lacks are left out");
    assertThat(out.tally().lostLetters()).isEqualTo(1);
  }

  @Test
  void lettersLostFromANote_areCountedAndNotedToo() {
    byte[] list = "name;city\r\nZo\u00eb;K\u00f6ln\r\n".getBytes(Charset.forName("windows-1252"));
    ListPlan plan = ListFixture.plan("welcome", list);
    byte[] row = java.util.Arrays.copyOfRange(list, plan.bodyOffset(), list.length);
    RawRecord record = new RawRecord(row, row.length - 2, RawRecord.Kind.ROW, list.length);
    ReadRow read = plan.form().read(List.of(record)).get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OwnCells own =
        new OwnCells("u", "\u0141 a", "fallback", "fallback", "\"\u0416\u0416\" is drawn");
    assertThat(plan.form().write(read, own, out)).isEqualTo(3);
    assertThat(out.toString(Charset.forName("windows-1252")))
        .contains("\"\"\"\"\" is drawn; image_alt: 1 letters that windows-1252 lacks are left out;")
        .contains("np_note: 2 letters that windows-1252 lacks are left out");
  }

  @Test
  void jsonLines_keepTheirBytes_andTakeOurMembers() {
    String list =
        "{\"first_name\": \"Zo\u00eb\",  \"n\":1}\r\n\r\n{}\n{\"first_name\":null}\n[1]\nnope\n"
            + "{\"image_url\":\"old\",\"first_name\":\"Bob\",\"np_note\":{\"a\":[1]} }";
    ListFixture.Out out = ListFixture.run(list);
    assertThat(out.lines().get(0))
        .startsWith("{\"first_name\": \"Zo\u00eb\",  \"n\":1,\"image_url\":\"http://")
        .endsWith("\"np_status\":\"done\",\"np_outcome\":\"personalised\",\"np_note\":\"\"}");
    assertThat(out.lines().get(2)).startsWith("{\"image_url\":\"\",");
    assertThat(out.lines()).contains("", "[1]", "nope");
    assertThat(out.lines().get(6))
        .startsWith("{\"first_name\":\"Bob\" ,\"image_url\":\"http://")
        .doesNotContain("old");
    assertThat(out.tally().of(RowState.FAILED)).isEqualTo(2);
    assertThat(out.tally().of(RowState.SKIPPED)).isEqualTo(3);
    assertThat(ListFixture.sum(out.tally())).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(UrlForm.class)
  void fieldsOfTheUrl_areThoseOfTheRow_whateverIsInIt(UrlForm form) {
    Template template = ListFixture.template("rewards");
    List<String> nasty =
        List.of(
            "Maria",
            " Zo\u00eb  ",
            "50%25 off",
            "a&b=c?utm_source=x",
            "*|FNAME|*",
            "null",
            "\u0000Bo",
            "&#321;ukasz",
            "1.234,50",
            "\ud83d\ude80",
            "=HYPERLINK(1)",
            "M\u00c3\u00a4dchen",
            "%%FIRST%%",
            "x".repeat(5_000),
            "\u4f60".repeat(1_000),
            "http://evil.example",
            "");
    Random random = new Random(7);
    BatchOptions options = ListFixture.options(form);
    RowUrls urls =
        new RowUrls(
            template,
            options,
            ListFixture.plan(
                    "rewards", "name,company,points,goal,tier\n1,2,3,4,5\n".getBytes(UTF_8))
                .map(),
            ListFixture::merge,
            new RowUrls.Signing(ListFixture.KEYS, false));
    UrlVerifier verifier =
        new UrlVerifier(
            new AccessSettings(
                ListFixture.KEYS, form == UrlForm.PLAIN ? Access.OPEN : Access.SIGNED));
    for (int row = 0; row < 300; row++) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < 5; cell++) {
        cells.add(nasty.get(random.nextInt(nasty.size())));
      }
      RowResult result = urls.of(cells);
      if (result.state() == RowState.FAILED) {
        continue;
      }
      assertThat(urls.of(cells).own()).isEqualTo(result.own());
      String url = result.own().url();
      int mark = url.indexOf('?');
      VerificationResult verdict =
          verifier.verify(
              new ImageRef(template, Scale.ONE, Optional.of("png")),
              new RawQuery(mark < 0 ? "" : url.substring(mark)),
              Instant.parse("2026-01-01T00:00:00Z"));
      assertThat(verdict).isInstanceOf(VerificationResult.Admitted.class);
      MergedFields served =
          ListFixture.merge(template, ((VerificationResult.Admitted) verdict).query());
      assertThat(served.data()).isEqualTo(result.fields().data());
      assertThat(served.standard()).isEqualTo(result.fields().standard());
    }
  }

  @Test
  void valueThatIsMissing_isNoPartOfTheUrl() {
    assertThat(ListFixture.run("name\n*|FNAME|*\nnull\n\u0000\n").text())
        .doesNotContain("?name=")
        .contains("/i/welcome.png,");
  }

  @Test
  void signedUrls_withoutKeys_areRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UrlBatch.Job job =
        new UrlBatch.Job(
            ListFixture.template("welcome"),
            ListFixture.options(UrlForm.SIGNED),
            new RowUrls.Signing(KeyRing.NONE, false));
    assertThatThrownBy(
            () -> ListFixture.run(ListFixture.batch(1), job, "name\nA\n".getBytes(UTF_8), out))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("NAMEPLATE_KEYS");
    assertThat(out.size()).isZero();
  }

  @Test
  void template_thatIsSigned_givesSignedUrlsUnlessPlainIsAsked() throws IOException {
    UrlBatch.Job job =
        new UrlBatch.Job(
            ListFixture.template("welcome"),
            BatchOptions.DEFAULT,
            new RowUrls.Signing(ListFixture.KEYS, true));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var unused = ListFixture.run(ListFixture.batch(1), job, "name\nAnn\n".getBytes(UTF_8), out);
    assertThat(out.toString(UTF_8)).contains("?name=Ann&_lock=name&_sig=k1.");
  }

  @Test
  void typesThatHoldValues_doNotShowThem() {
    ListPlan plan = ListFixture.plan("welcome", "name\nCanary\n".getBytes(UTF_8));
    RowUrls urls =
        new RowUrls(
            ListFixture.template("welcome"),
            BatchOptions.DEFAULT,
            plan.map(),
            ListFixture::merge,
            new RowUrls.Signing(KeyRing.NONE, false));
    RowResult result = urls.of(List.of("Canary"));
    assertThat(result.toString() + result.own()).doesNotContain("Canary");
  }
}
