package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.scene.ClockState;
import dev.nameplate.support.GifFrames;
import dev.nameplate.support.GifFrames.Shown;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each second of a moving countdown is the picture of that second, and the file stays small. */
final class MovingCountdownTest {
  private static final int MOST_BYTES = 200_000;
  private static final Instant END = Instant.parse("2026-11-30T23:00:00Z");
  private static final Template SALE = TestApplication.template("flash-sale");
  private static final Pipeline PIPELINE = TestApplication.application().pipeline();
  private static final MergedFields FIELDS =
      PIPELINE.merge(SALE, new RawQuery("name=Maria&ends=2026-11-30"));

  @Test
  void everyFrame_isThePictureOfItsSecond() {
    Instant start = END.minus(Duration.ofMinutes(60).plusSeconds(20));
    byte[] file = gif(start);
    List<Shown> frames = GifFrames.of(file);
    assertThat(file.length).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(frames).hasSize(60);
    for (int second = 0; second < frames.size(); second++) {
      sameAs(frames.get(second), start.plusSeconds(second));
    }
    assertThat(frames).allSatisfy(frame -> assertThat(frame.centiseconds()).isEqualTo(100));
    assertThat(frames).noneSatisfy(frame -> assertThat(frame.loops()).isTrue());
    assertThat(frames.subList(1, 20))
        .as("only the seconds change")
        .allSatisfy(frame -> assertThat(frame.changed()).isLessThan(80 * 60));
  }

  @Test
  void clockThatRunsOut_endsTheFilm_withWhatIsSaidThen() {
    Instant start = END.minusSeconds(12);
    List<Shown> frames = GifFrames.of(gif(start));
    assertThat(frames).hasSize(13);
    sameAs(frames.get(0), start);
    sameAs(frames.get(11), END.minusSeconds(1));
    sameAs(frames.get(12), END);
    assertThat(GifFrames.of(gif(END))).hasSize(1);
    assertThat(GifFrames.of(gif(END.plusSeconds(86_400)))).hasSize(1);
  }

  @Test
  void sameSecond_isTheSameBytes() {
    assertThat(gif(END.minusMillis(31_999))).isEqualTo(gif(END.minusMillis(31_001)));
  }

  /** Nearly: a GIF has 256 colours, so that shades at edges may differ a little. */
  private static void sameAs(Shown frame, Instant at) {
    ClockState clockState = PIPELINE.clockState(SALE, FIELDS, Format.GIF, at);
    byte[] still =
        PIPELINE.picture(SALE, FIELDS, Scale.ONE, Format.PNG, clockState).file().toByteArray();
    BufferedImage expected = Pictures.decode(still);
    assertThat(Pictures.shareOver(expected, frame.picture(), 24)).as("%s", at).isLessThan(0.0005);
  }

  private static byte[] gif(Instant at) {
    ClockState clockState = PIPELINE.clockState(SALE, FIELDS, Format.GIF, at);
    return PIPELINE.picture(SALE, FIELDS, Scale.ONE, Format.GIF, clockState).file().toByteArray();
  }
}
