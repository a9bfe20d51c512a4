package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.gif.AnimatedGifBuilder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.CachedBackground;
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
 * Renders an animated GIF: a frame for each second of a running clock, until the clock has ended or
 * the template's number of frames is reached. It is played once, since a repetition would show
 * times that have passed.
 */
record MovingPicture(
    ScenePlacer scenePlacer,
    BackgroundCache backgrounds,
    Template template,
    MergedFields fields,
    Scale scale) {
  private static final Duration TICK = Duration.ofSeconds(1);

  RenderResult from(ClockState first) {
    long start = System.nanoTime();
    CachedBackground background = backgrounds.get(template, scale, Format.GIF);
    AnimatedGifBuilder gif = new AnimatedGifBuilder(background.pixels().completeImage(), TICK);
    Set<String> failures = new LinkedHashSet<>();
    Optional<ClockState> next = Optional.of(first);
    for (int frame = 0; frame < template.output().frames() && next.isPresent(); frame++) {
      add(background, next.get(), gif, failures);
      next = after(next.get());
    }
    long done = System.nanoTime();
    EncodedPicture file = gif.finish().at(background.effort());
    return new RenderResult(
        file,
        List.copyOf(failures),
        new Stages(
            Duration.ZERO,
            Duration.ofNanos(done - start),
            Duration.ofNanos(System.nanoTime() - done)));
  }

  private void add(
      CachedBackground background,
      ClockState clockState,
      AnimatedGifBuilder gif,
      Set<String> failures) {
    List<PlacedLayer> layers = scenePlacer.place(template, fields, clockState);
    try (PaintedStrips paintedStrips = backgrounds.paint(background, layers)) {
      gif.add(paintedStrips.image(), paintedStrips.strips());
      failures.addAll(paintedStrips.failures());
    }
  }

  /** The clock state a tick later; empty if no clock is running. */
  private Optional<ClockState> after(ClockState clockState) {
    return clockState
        .at()
        .filter(at -> clockState.ticks())
        .map(at -> ClockStates.of(template, fields, at.plus(TICK), true));
  }
}
