package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import java.util.List;

/**
 * A finished picture and how it came to be.
 *
 * @param file parts of it are shared with other pictures; nobody changes them
 * @param failures the layers left out because they failed, by index and type, {@code 2 image};
 *     empty for a whole picture
 * @param provisional whether strips in it are not packed as hard as they will be: the same pixels
 *     will soon take fewer bytes
 * @param stages where the time went
 */
public record RenderResult(
    EncodedPicture file, List<String> failures, boolean provisional, Stages stages) {
  public RenderResult {
    failures = List.copyOf(failures);
  }

  /** A picture that was there already. */
  public static RenderResult known(EncodedPicture file) {
    return new RenderResult(file, List.of(), false, Stages.NONE);
  }

  /** The same with its file in one array, for a picture that is sent again and again. */
  public RenderResult inOnePiece() {
    return new RenderResult(file.inOnePiece(), failures, provisional, stages);
  }

  /** Whether it may be kept: nothing is left out, and it will not get smaller. */
  public boolean isFinal() {
    return failures.isEmpty() && !provisional;
  }
}
