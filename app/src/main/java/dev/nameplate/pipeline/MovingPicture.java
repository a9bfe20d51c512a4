package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.gif.AnimatedGifBuilder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.PreparedTemplate;
import dev.nameplate.pipeline.background.PreparedTemplates;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A GIF whose clock ticks: a frame for each second from the first on, until the clock has run out
 * or there are as many as the template wants. It then stands still, since played again it would
 * show times that have passed.
 */
record MovingPicture(
    ScenePlacer placing,
    PreparedTemplates prepared,
    Template template,
    MergedFields fields,
    Scale scale) {
  private static final Duration TICK = Duration.ofSeconds(1);

  RenderResult from(ClockState first) {
    long start = System.nanoTime();
    PreparedTemplate base = prepared.get(template, scale, Format.GIF);
    AnimatedGifBuilder film = new AnimatedGifBuilder(base.base().complete(), TICK);
    Set<String> failures = new LinkedHashSet<>();
    Optional<ClockState> next = Optional.of(first);
    for (int frame = 0; frame < template.output().frames() && next.isPresent(); frame++) {
      add(base, next.get(), film, failures);
      next = after(next.get());
    }
    long done = System.nanoTime();
    EncodedPicture file = film.finish();
    return new RenderResult(
        file,
        List.copyOf(failures),
        base.provisional(),
        new Stages(
            Duration.ZERO,
            Duration.ofNanos(done - start),
            Duration.ofNanos(System.nanoTime() - done)));
  }

  private void add(
      PreparedTemplate base, ClockState clockState, AnimatedGifBuilder film, Set<String> failures) {
    try (PaintedStrips paintedStrips =
        prepared.renderer().paint(base.base(), placing.place(template, fields, clockState))) {
      film.add(paintedStrips.image(), paintedStrips.strips());
      failures.addAll(paintedStrips.failures());
    }
  }

  /** The moment a tick later; empty once no clock ticks any more. */
  private Optional<ClockState> after(ClockState clockState) {
    return clockState
        .at()
        .filter(at -> clockState.ticks())
        .map(at -> ClockStates.of(template, fields, at.plus(TICK), true));
  }
}
