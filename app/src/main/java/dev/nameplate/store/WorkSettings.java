package dev.nameplate.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Location and size of the work folder.
 *
 * @param folder created where it is missing; empty for none
 * @param maxBytes budget for all files in it together, in bytes; 0 or more
 */
public record WorkSettings(Optional<Path> folder, long maxBytes) {
  /** No folder, and the default budget of 2 GiB. */
  public static final WorkSettings DEFAULT = new WorkSettings(Optional.empty(), 2L << 30);

  public WorkSettings {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_WORK_BYTES must be 0 or more, not " + maxBytes);
    }
  }
}
