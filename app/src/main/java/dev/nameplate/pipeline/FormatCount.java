package dev.nameplate.pipeline;

import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.template.Format;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the bytes that a picture has in each format that its template offers. */
public final class FormatCount {
  private FormatCount() {}

  /**
   * Draws a picture at the scale of mail in every format at best effort, on the calling thread,
   * which may take seconds.
   *
   * @param at the instant that countdowns go by; where empty, one at which they run
   * @return the formats that the template offers and this machine can encode
   * @throws RuntimeException if a picture as a whole cannot be rendered
   */
  public static FormatBytes of(
      PictureRenderer renderer, Template template, MergedFields fields, Optional<Instant> at) {
    ClockState running = ClockStates.example(template.design(fields.standard()), fields);
    Optional<Instant> now = at.or(running::at);
    Scale scale = template.output().mailScale();
    Map<Format, Integer> bytes = new LinkedHashMap<>();
    for (Format format : Encoders.offered(template.output())) {
      ClockState state =
          now.map(instant -> renderer.clockState(template, fields, format, instant))
              .orElse(ClockState.NONE);
      RenderResult drawn = renderer.bestPicture(template, fields, scale, format, state);
      bytes.put(format, drawn.file().length());
    }
    return new FormatBytes(bytes, template.isOpaque(), running.ticks());
  }
}
