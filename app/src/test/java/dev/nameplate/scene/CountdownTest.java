package dev.nameplate.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a countdown shows at an instant, and until when. The clock stands where a test puts it. */
final class CountdownTest {
  private static final String WORDS =
      "'text':{'days':{'one':'{{ days }} day left','other':'{{ days }} days left'},"
          + "'tomorrow':'ends tomorrow','today':'ends today','minutes':'{{ minutes }} min left',"
          + "'ended':'ended','none':'soon'}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @CsvSource({
    // The end is the last moment of 30 November in Madrid, an hour before that in UTC.
    "2026-11-20T12:00:00Z,10 days left,2026-11-20T23:00:00Z",
    "2026-11-27T22:59:59.999Z,3 days left,2026-11-27T23:00:00Z",
    "2026-11-27T23:00:00Z,2 days left,2026-11-28T23:00:00Z",
    "2026-11-28T22:59:59.999Z,2 days left,2026-11-28T23:00:00Z",
    "2026-11-28T23:00:00Z,ends tomorrow,2026-11-29T23:00:00Z",
    "2026-11-29T22:59:59.999Z,ends tomorrow,2026-11-29T23:00:00Z",
    "2026-11-29T23:00:00Z,ends today,2026-11-30T22:01:00Z",
    "2026-11-30T22:00:59.999Z,ends today,2026-11-30T22:01:00Z",
    "2026-11-30T22:01:00Z,59 min left,2026-11-30T22:02:00Z",
    "2026-11-30T22:58:59.999Z,2 min left,2026-11-30T22:59:00Z",
    "2026-11-30T22:59:00Z,1 min left,2026-11-30T23:00:00Z",
    "2026-11-30T22:59:59.999Z,1 min left,2026-11-30T23:00:00Z",
    "2026-11-30T23:00:00Z,ended,",
    "2031-01-01T00:00:00Z,ended,"
  })
  void words_atAnInstant_areThoseOfTheNearestState_untilTheNextVisibleChange(
      Instant now, String said, String until) {
    Template template = template("'to':'2026-11-30'," + WORDS);
    ClockState clockState = ClockStates.of(template, fields(template, ""), now, false);
    assertThat(text(template, "", clockState)).contains(said);
    assertThat(clockState.until()).isEqualTo(Optional.ofNullable(until).map(Instant::parse));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ends=2026-11-30",
        "ends=20261130",
        "ends=2026-12-01T00:00:00%2B01:00",
        "ends=2026-12-01T00:00",
        "ends=1796079600",
        "ends=1796079600000"
      })
  void dateField_aDayOrAnInstant_endsWhereItsSenderMeant(String query) {
    Template template = template("'to':'{{ ends }}'," + WORDS);
    Instant end = Instant.parse("2026-11-30T23:00:00Z");
    assertThat(text(template, query, at(template, query, end.minusMillis(1))))
        .contains("1 min left");
    assertThat(text(template, query, at(template, query, end))).contains("ended");
  }

  @Test
  void dateField_thatIsMissing_isSaidSo_andNeverEnds() {
    Template template = template("'to':'{{ ends }}'," + WORDS);
    ClockState clockState = at(template, "ends=*|ENDS|*", Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(text(template, "", clockState)).contains("soon");
    assertThat(clockState.until()).isEmpty();
    assertThat(clockState.faces()).isEmpty();
  }

  @Test
  void hoursAndMinutes_together_countTheSmallerUpAndTheLargerWhole() {
    Template template =
        template("'to':'2026-11-30T12:00','text':{'hours':'{{ hours }} h {{ minutes }} min'}");
    Instant end = Instant.parse("2026-11-30T11:00:00Z");
    ClockState clockState = at(template, "", end.minus(Duration.ofHours(2)).minusMillis(1));
    assertThat(text(template, "", clockState)).contains("2 h 1 min");
    assertThat(clockState.until()).contains(end.minus(Duration.ofHours(2)));
    assertThat(text(template, "", at(template, "", end.minus(Duration.ofHours(2)))))
        .contains("2 h 0 min");
    assertThat(at(template, "", end.minus(Duration.ofDays(3))).until())
        .contains(end.minus(Duration.ofMinutes(24 * 60 - 1)));
  }

  @Test
  void calendarDays_acrossTheEndOfSummerTime_areDaysOfTheZone() {
    Template template = template("'to':'2026-10-26'," + WORDS);
    Instant before = Instant.parse("2026-10-24T21:59:59.999Z");
    assertThat(text(template, "", at(template, "", before))).contains("2 days left");
    ClockState sunday = at(template, "", before.plusMillis(1));
    assertThat(text(template, "", sunday)).contains("ends tomorrow");
    assertThat(sunday.until()).contains(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void plurals_areTheLanguages() {
    Template polish =
        template(
            "'to':'2026-11-30','text':{'today':'dziś','days':{'one':'{{ days }} dzień',"
                + "'few':'{{ days }} dni','many':'{{ days }} dni!','other':'{{ days }} dnia'}}",
            "pl");
    assertThat(text(polish, "", at(polish, "", Instant.parse("2026-11-28T12:00:00Z"))))
        .contains("2 dni");
    assertThat(text(polish, "", at(polish, "", Instant.parse("2026-11-25T12:00:00Z"))))
        .contains("5 dni!");
  }

  @Test
  void stillClock_hasNoSeconds_andHoldsForAMinute() {
    Template template = template(CLOCK);
    Instant end = Instant.parse("2026-11-30T23:00:00Z");
    ClockState clockState = at(template, "", end.minus(Duration.ofSeconds(90_061)));
    assertThat(texts(template, clockState)).containsExactly("01", "01", "02");
    assertThat(clockState.until()).contains(end.minus(Duration.ofMinutes(1501)));
    assertThat(clockState.ticks()).isFalse();
    assertThat(texts(template, at(template, "", end.minusMillis(1))))
        .containsExactly("00", "00", "01");
    assertThat(texts(template, at(template, "", end))).containsExactly("over");
  }

  @Test
  void movingClock_hasSeconds_andIsOnePictureForASecond() {
    Template template = template(CLOCK);
    Instant end = Instant.parse("2026-11-30T23:00:00Z");
    MergedFields none = fields(template, "");
    ClockState early = ClockStates.of(template, none, end.minusMillis(5000), true);
    ClockState late = ClockStates.of(template, none, end.minusMillis(4001), true);
    ClockState next = ClockStates.of(template, none, end.minusMillis(4000), true);
    assertThat(late).isEqualTo(early);
    assertThat(early.until()).contains(end.minusMillis(4000));
    assertThat(early.ticks()).isTrue();
    assertThat(texts(template, early)).containsExactly("00", "00", "00", "05");
    assertThat(next.faces()).isNotEqualTo(early.faces());
    assertThat(ClockStates.of(template, none, end, true).ticks()).isFalse();
  }

  @Test
  void keys_differWithWhatShows_andWithNothingElse() {
    Template template = template("'to':'{{ ends }}'," + WORDS);
    RenderKey day = key(template, "ends=2026-11-30", "2026-11-20T12:00:00Z");
    assertThat(key(template, "ends=2026-11-30", "2026-11-20T22:59:59Z")).isEqualTo(day);
    assertThat(key(template, "ends=2026-11-30", "2026-11-20T23:00:00Z")).isNotEqualTo(day);
    assertThat(key(template, "ends=2026-11-30T09:00", "2026-11-20T12:00:00Z"))
        .as("another end on the same day may show otherwise by a filter")
        .isNotEqualTo(day);
  }

  private static final String CLOCK =
      "'to':'2026-11-30','units':['days','hours','minutes','seconds'],'ended':'over'";

  private static RenderKey key(Template template, String query, String now) {
    MergedFields fields = fields(template, query);
    EngineIdentity engine = new EngineIdentity("1", "17", "f");
    return RenderKey.of(engine, template, dev.nameplate.geometry.Scale.ONE, "png", fields)
        .at(ClockStates.of(template, fields, Instant.parse(now), false));
  }

  private static ClockState at(Template template, String query, Instant now) {
    return ClockStates.of(template, fields(template, query), now, false);
  }

  private static List<String> text(Template template, String query, ClockState clockState) {
    return texts(new SceneBuilder().build(template, fields(template, query), clockState));
  }

  private static List<String> texts(Template template, ClockState clockState) {
    return texts(new SceneBuilder().build(template, fields(template, ""), clockState));
  }

  private static List<String> texts(Scene scene) {
    return scene.nodes().stream()
        .flatMap(node -> node instanceof Node.Group group ? group.parts().stream() : null)
        .flatMap(
            part ->
                part instanceof Node.Text text
                    ? text.rungs().stream().limit(1).map(Node.Rung::text)
                    : null)
        .map(text -> text.replaceAll("[\u2068\u2069]", ""))
        .toList();
  }

  private static MergedFields fields(Template template, String query) {
    return new FieldResolver(Optional::of)
        .resolve(template, new QueryReader().read(template, new RawQuery(query)));
  }

  private Template template(String layer) {
    return template(layer, "en");
  }

  private Template template(String layer, String locale) {
    String json =
        "{'width':400,'height':100,'zone':'Europe/Madrid','locale':'"
            + locale
            + "','fields':{'ends':{'kind':'date'}},'layers':[{'type':'countdown',"
            + "'box':[0,0,400,100],"
            + layer
            + "}]}";
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t/template.json"), json.replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    ParseResult reading = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(reading).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) reading).template();
  }
}
