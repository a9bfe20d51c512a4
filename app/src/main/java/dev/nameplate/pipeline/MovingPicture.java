package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.GifFilm;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.pipeline.base.Prepared;
import dev.nameplate.pipeline.base.PreparedTemplates;
import dev.nameplate.pipeline.place.Placing;
import dev.nameplate.render.Painted;
import dev.nameplate.scene.Moment;
import dev.nameplate.scene.Moments;
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
    Placing placing,
    PreparedTemplates prepared,
    Template template,
    MergedFields fields,
    Scale scale) {
  private static final Duration TICK = Duration.ofSeconds(1);

  DrawnPicture from(Moment first) {
    long start = System.nanoTime();
    Prepared base = prepared.get(template, scale, Format.GIF);
    GifFilm film = new GifFilm(base.base().complete(), TICK);
    Set<String> failures = new LinkedHashSet<>();
    Optional<Moment> next = Optional.of(first);
    for (int frame = 0; frame < template.output().frames() && next.isPresent(); frame++) {
      add(base, next.get(), film, failures);
      next = after(next.get());
    }
    long done = System.nanoTime();
    EncodedPicture file = film.finish();
    return new DrawnPicture(
        file,
        List.copyOf(failures),
        base.provisional(),
        new Stages(
            Duration.ZERO,
            Duration.ofNanos(done - start),
            Duration.ofNanos(System.nanoTime() - done)));
  }

  private void add(Prepared base, Moment moment, GifFilm film, Set<String> failures) {
    try (Painted painted =
        prepared.renderer().paint(base.base(), placing.place(template, fields, moment))) {
      film.add(painted.image(), painted.strips());
      failures.addAll(painted.failures());
    }
  }

  /** The moment a tick later; empty once no clock ticks any more. */
  private Optional<Moment> after(Moment moment) {
    return moment
        .at()
        .filter(at -> moment.ticks())
        .map(at -> Moments.of(template, fields, at.plus(TICK), true));
  }
}
