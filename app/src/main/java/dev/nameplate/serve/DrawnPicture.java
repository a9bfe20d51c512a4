package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import java.time.Duration;
import java.util.List;

/**
 * A finished picture and how it came to be.
 *
 * @param file parts of it are shared with other pictures; nobody changes them
 * @param failures the layers left out because they failed, by index and type, {@code 2 image};
 *     empty for a whole picture
 * @param paint time spent on layout and painting
 * @param encode time spent on compression
 */
public record DrawnPicture(
    EncodedPicture file, List<String> failures, Duration paint, Duration encode) {
  public DrawnPicture {
    failures = List.copyOf(failures);
  }
}
