package dev.nameplate.batch.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.preflight.ContactSheet;
import dev.nameplate.support.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The audit of a list counts every kind of fault exactly, and names its worst rows. */
final class AudienceAuditTest {
  private static final String HEAD = "name,company,points,goal,photo\n";

  private static AudienceReport audit(String template, String list) throws IOException {
    byte[] bytes = list.getBytes(UTF_8);
    ListPlan plan = ListFixture.plan(template, bytes);
    UrlBatch.Job job =
        new UrlBatch.Job(
            TestApplication.template(template),
            BatchOptions.DEFAULT,
            new RowUrls.Signing(KeyRing.NONE, false));
    AudienceAudit audit =
        new AudienceAudit(
            TestApplication.application().pipeline(),
            new ContactSheet(
                TestApplication.application().offlineRenderer(),
                TestApplication.application().sheetText()),
            2);
    ByteArrayInputStream body =
        new ByteArrayInputStream(bytes, plan.bodyOffset(), bytes.length - plan.bodyOffset());
    return audit.run(job, plan, body, position -> {});
  }

  /** 100,000 rows, of which every thousandth block has one of each fault. */
  private static String faulty() {
    StringBuilder list = new StringBuilder(HEAD);
    for (int row = 0; row < 100_000; row++) {
      list.append(
          switch (row % 1_000) {
            case 100 -> "*|FNAME|*,Hooli,5,500,\n";
            case 200 -> "Ann,null,5,500,\n";
            case 300 -> "Ann,Hooli,many,500,\n";
            case 400 -> "Ann,\uD803\uDEF0\uD803\uDEF1,5,500,\n";
            case 500 -> "www.casino.example,Hooli,5,500,\n";
            case 600 -> "Ann,Hooli,5,500,https://elsewhere.example/a.png\n";
            case 700 -> ",Hooli,5,500,\n";
            case 800 -> "\n";
            case 900 -> "Ann,Hooli\n";
            default -> "Ann,Hooli," + row % 10 + ",500,assets\n";
          });
    }
    return list.toString();
  }

  @Test
  void everyFault_isCountedExactly_withItsWorstRows() throws IOException {
    AudienceReport report = audit("rewards", faulty());
    assertThat(report.tally().rows()).isEqualTo(100_000);
    assertThat(ListFixture.sum(report.tally())).isEqualTo(100_000);
    assertThat(report.tally().of(RowState.SKIPPED)).isEqualTo(100);
    assertThat(report.tally().of(RowState.FAILED)).isEqualTo(100);
    for (RowFault fault :
        List.of(
            RowFault.UNMERGED,
            RowFault.JUNK,
            RowFault.INVALID,
            RowFault.UNDRAWABLE,
            RowFault.REFUSED,
            RowFault.UNREADABLE)) {
      assertThat(report.count(fault)).as(fault.label()).isEqualTo(100);
    }
    assertThat(worst(report, RowFault.UNMERGED)).startsWith(102L, 1_102L).hasSize(10);
    assertThat(worst(report, RowFault.UNREADABLE)).startsWith(902L, 1_902L);
    assertThat(report.fields().get("name"))
        .containsEntry("unmerged", 100L)
        .containsEntry("empty", 100L)
        .containsEntry("refused", 100L)
        .containsEntry("given", 100_000L - 500);
    assertThat(report.pictures().unique()).isBetween(10, 20);
    assertThat(report.pictures().atLeast()).isFalse();
    ImageIO.read(new ByteArrayInputStream(report.pictures().sheet().orElseThrow()));
    assertThat(report.pictures().estimate().orElseThrow().drawn()).isEqualTo(24);
  }

  private static List<Long> worst(AudienceReport report, RowFault fault) {
    return report.faults().stream()
        .filter(found -> found.fault() == fault)
        .findFirst()
        .orElseThrow()
        .worst();
  }

  @Test
  void textThatIsShrunkOrCut_isRankedByHowMuch() throws IOException {
    String longer = "Wilhelmina Theodora Josephine Char\n";
    String longest = "Wolfeschlegelsteinhausenbergerdorffwelch\n";
    AudienceReport report = audit("welcome", "name\nAnn\n" + longer + "Bo\n" + longest + longer);
    assertThat(report.count(RowFault.SHRUNK) + report.count(RowFault.CUT)).isPositive();
    assertThat(worst(report, RowFault.SHRUNK)).doesNotContain(2L, 4L);
    assertThat(report.pictures().unique()).isEqualTo(4);
  }

  @Test
  void listWithoutFaults_saysSo() throws IOException {
    AudienceReport report = audit("welcome", "name\nAnn\nBo\nAnn\n");
    assertThat(report.faults()).isEmpty();
    assertThat(report.pictures().sheet()).isEmpty();
    assertThat(report.pictures().unique()).isEqualTo(2);
    assertThat(ReportText.of(report)).contains("Nothing is wrong with any row.");
    assertThat(ReportHtml.of(report)).contains("Nothing is wrong with any row.");
  }

  @Test
  void reports_tellTheSame_andHoldNoValue() throws IOException {
    AudienceReport report = audit("welcome", "name,x\nCanaryname,a\n*|CANARYTAG|*,b\n,c\n");
    String html = ReportHtml.of(report);
    String text = ReportText.of(report);
    String json = ReportJson.of(report);
    assertThat(json).contains("\"unique_pictures\" : 2", "\"fault\" : \"unmerged\"");
    assertThat(text).contains("unmerged", "rows 3", "3: done 1");
    assertThat(html)
        .contains("<td>unmerged</td><td class=\"n\">1</td>", "data:image/png;base64,", "\n@media(");
    for (String written : List.of(html, text, json)) {
      assertThat(written.toLowerCase(Locale.ROOT)).doesNotContain("canary");
    }
  }

  @Test
  void failOn_breaksAboveItsNumberOrShare() throws IOException {
    AudienceReport report = audit("welcome", "name\nAnn\n*|FNAME|*\nBo\nCy\n");
    Map<String, Integer> broken =
        Map.of(
            "unmerged",
            1,
            "unmerged=1",
            0,
            "unmerged=25%",
            0,
            "unmerged=24.9%",
            1,
            "cut,undrawable",
            0,
            "unmerged,fallback=0",
            2);
    broken.forEach(
        (rules, count) ->
            assertThat(FailOn.parse(rules).orElseThrow().broken(report)).as(rules).hasSize(count));
    for (String wrong : List.of("", "cut,", "nothing", "cut=", "cut=x", "cut=1%%", "CUT")) {
      assertThat(FailOn.parse(wrong)).as(wrong).isEmpty();
    }
  }
}
