package dev.nameplate.template.library;

import dev.nameplate.template.TemplateId;
import java.util.Map;

/** Files of templates that can be changed, by one writer at a time and never half. */
public interface WritableTemplateFiles extends TemplateFiles {
  /**
   * Writes files of a template if nobody changed it meanwhile. Each file is replaced as a whole:
   * who reads sees the old bytes or the new ones. {@code template.json} is replaced last, so that
   * what it names is there before it.
   *
   * @param files bytes by path; nobody may change them meanwhile
   * @param expected the {@link #fingerprint} that the change was made from; empty for a template
   *     that is not there yet
   * @throws IllegalArgumentException where a path leads out of the template or is hidden; nothing
   *     is written then
   * @throws java.io.UncheckedIOException where a file cannot be written; each file is as it was or
   *     as it should be
   */
  WriteResult write(TemplateId id, Map<String, byte[]> files, String expected);

  /** What became of a write. */
  sealed interface WriteResult {
    /**
     * The files are written.
     *
     * @param fingerprint of the template as it is now
     */
    record Written(String fingerprint) implements WriteResult {}

    /**
     * Somebody else changed the template; nothing is written.
     *
     * @param fingerprint of the template as it is now; empty where it is gone
     */
    record Conflict(String fingerprint) implements WriteResult {}
  }
}
