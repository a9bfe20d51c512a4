package dev.nameplate.api;

import dev.nameplate.pipeline.Explanation;
import dev.nameplate.serve.ImageService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Says of an order how each field and layer is read, as the picture's own explanation does. */
public final class ExplainImage {
  private final CreateImageUrl urls;
  private final ImageService images;

  /**
   * @param urls makes the URL that is explained
   * @param images explains it; not closed
   */
  public ExplainImage(CreateImageUrl urls, ImageService images) {
    this.urls = urls;
    this.images = images;
  }

  /**
   * A URL with the explanation of its picture.
   *
   * @param url the URL, whose picture is not drawn
   * @param explanation how each field and layer is read; it holds a recipient's data and must not
   *     be logged
   */
  public record Result(ImageUrlResult url, Explanation explanation) {}

  /**
   * Explains how each field and layer of an order is read; nothing is drawn.
   *
   * @param onward runs the steps that follow the layout
   * @return the URL and its explanation; fails with an {@link ApiException} that names all faults
   *     if the order or the caller's rights are at fault, or that has {@link ErrorCode#OVERLOADED}
   *     if too much waits, or {@link ErrorCode#INTERNAL} if the explanation could not be made
   */
  public CompletableFuture<Result> run(ImageOrder order, Caller caller, Executor onward) {
    return urls.describe(order, caller)
        .thenCompose(
            url ->
                images
                    .explain(url.template(), url.query(), url.target().scale())
                    .handleAsync(
                        (explanation, failed) -> {
                          if (failed != null) {
                            throw new CompletionException(failure(url, caller, failed));
                          }
                          return new Result(url, explanation);
                        },
                        onward));
  }

  /** Load is told from a fault of ours, which a later call would meet again. */
  private ApiException failure(ImageUrlResult url, Caller caller, Throwable failed) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    return cause instanceof RejectedExecutionException || cause instanceof TimeoutException
        ? urls.failure(url, caller, ErrorCode.OVERLOADED, "too much waits; try again soon")
        : urls.failure(url, caller, ErrorCode.INTERNAL, "the explanation could not be made");
  }
}
