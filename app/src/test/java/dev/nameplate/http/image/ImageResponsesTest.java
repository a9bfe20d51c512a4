package dev.nameplate.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.http.message.UrlExpiry;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.RemoteImageRef;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.pipeline.Stages;
import dev.nameplate.serve.Outcome;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long an answer may be given again without a look at the question. */
final class ImageResponsesTest {
  private static final Instant LATER = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void answerWithAPictureFromOutside_isRepeatedWhileThatIsFresh() {
    Outcome.Timing timing = new Outcome.Timing(Duration.ZERO, Stages.NONE);
    EncodedPicture file = new EncodedPicture(Format.PNG, List.of(new byte[1]));
    MergedFields fields = fields(new Seen("digest", LATER));
    assertThat(
            repeatable(new Outcome.Picture(file, "\"x\"", fields, true, Optional.empty(), timing)))
        .contains(LATER);
    assertThat(repeatable(new Outcome.NotModified("\"x\"", fields, Optional.empty(), timing)))
        .contains(LATER);
    MergedFields none = new MergedFields(Map.of(), false);
    assertThat(repeatable(new Outcome.Picture(file, "\"x\"", none, true, Optional.empty(), timing)))
        .contains(Instant.MAX);
  }

  private static Optional<Instant> repeatable(Outcome outcome) {
    return ImageResponses.of(
            outcome, TestApplication.template("advisor"), Format.PNG, false, UrlExpiry.ENDLESS)
        .repeatableUntil();
  }

  private static MergedFields fields(RemoteImageRef picture) {
    FieldValue value =
        new FieldValue.RemoteImageUrl(
            "https://x.example/1", new FieldValue.FetchState.Found(picture));
    return new MergedFields(
        Map.of(
            "photo",
            new ResolvedField(
                Fields.of("photo", FieldKind.IMAGE),
                ResolvedField.State.GIVEN,
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        false);
  }

  private record Seen(String digest, Instant freshUntil) implements RemoteImageRef {}
}
