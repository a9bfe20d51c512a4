package dev.nameplate.http.page;

import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.serve.ImageService;
import dev.nameplate.studio.FormatsView;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Which of a template's formats its pages say to paste, counted on the threads that draw. */
final class PasteFormats {
  /** A page waits for this part of a picture's deadline, so that it is never slow. */
  private static final int PAGE = 8;

  private final ImageService images;
  private final Function<String, List<Sample>> samples;

  /**
   * @param samples those of a template, by its id
   */
  PasteFormats(ImageService images, Function<String, List<Sample>> samples) {
    this.images = images;
    this.samples = samples;
  }

  /**
   * What the page of a template shows, without the bytes where they are not known soon.
   *
   * @param mayDraw takes a permit of the client's rate limit where something has to be drawn
   * @param named the ending that the author has chosen; empty where the page chooses
   */
  CompletableFuture<FormatsView> view(
      Template template, BooleanSupplier mayDraw, Optional<String> named) {
    Sample sample = TestMatrix.first(template, samples.apply(template.id()));
    return images
        .formatBytes(template, sample, mayDraw, images.deadline().dividedBy(PAGE))
        .thenApply(bytes -> new FormatsView(template, sample, bytes, named));
  }

  /** The choice, which is waited for as long as for a picture; empty where it is not known then. */
  CompletableFuture<Optional<FormatChoice>> choice(Template template, BooleanSupplier mayDraw) {
    Sample sample = TestMatrix.first(template, samples.apply(template.id()));
    return images
        .formatBytes(template, sample, mayDraw, images.deadline())
        .thenApply(bytes -> bytes.map(FormatBytes::choice));
  }
}
