package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import java.util.List;

/**
 * A finished picture with facts about its rendering.
 *
 * @param file its arrays are shared with other pictures, so nobody may write to them
 * @param failures the layers left out because they failed, by index and type, {@code 2 image};
 *     empty for a complete picture
 * @param stages durations
 */
public record RenderResult(EncodedPicture file, List<String> failures, Stages stages) {
  public RenderResult {
    failures = List.copyOf(failures);
  }

  /** Returns a complete picture that comes from a cache, with zero durations. */
  public static RenderResult known(EncodedPicture file) {
    return new RenderResult(file, List.of(), Stages.NONE);
  }

  /**
   * Returns the same result with its file in a single array, for a picture that is sent many times.
   */
  public RenderResult inOnePiece() {
    return new RenderResult(file.inOnePiece(), failures, stages);
  }

  /** Returns whether no layer failed, so that it may be cached. */
  public boolean isComplete() {
    return failures.isEmpty();
  }
}
