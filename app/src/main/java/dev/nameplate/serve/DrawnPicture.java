package dev.nameplate.serve;

import java.time.Duration;
import java.util.List;

/**
 * A picture's bytes. The receiver owns the array and shares it unchanged.
 *
 * @param failures the layers left out because they failed, by index and type, {@code 2 image};
 *     empty for a whole picture
 * @param paint time spent on layout and painting
 * @param encode time spent on compression
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record DrawnPicture(byte[] bytes, List<String> failures, Duration paint, Duration encode) {
  public DrawnPicture {
    failures = List.copyOf(failures);
  }
}
