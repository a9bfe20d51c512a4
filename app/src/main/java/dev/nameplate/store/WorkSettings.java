package dev.nameplate.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the work folder is, and how large it may be.
 *
 * @param folder empty for none
 * @param maxBytes of all files in it together
 */
public record WorkSettings(Optional<Path> folder, long maxBytes) {
  /** No folder, and the default budget of 2 GiB. */
  public static final WorkSettings DEFAULT = new WorkSettings(Optional.empty(), 2L << 30);

  public WorkSettings {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_WORK_BYTES is 0 or more: " + maxBytes);
    }
  }
}
