package dev.nameplate.template.library;

import dev.nameplate.template.TemplateId;
import java.util.Map;

/**
 * Files of templates that can be written. A write is made only if the template has not changed
 * since it was read (compare and set).
 */
public interface WritableTemplateFiles extends TemplateFiles {
  /**
   * Writes files of a template if its fingerprint is the expected one. Each file is replaced
   * atomically: readers see the old or the new bytes. {@code template.json} is replaced last, so
   * that the assets it names exist before it.
   *
   * @param id of the template
   * @param files bytes by path; the arrays must not change during the call
   * @param expected the {@link #fingerprint} on which the change is based; empty for a new template
   * @return whether the files were written
   * @throws IllegalArgumentException where a path leads out of the template or is hidden; no file
   *     is written then
   * @throws java.io.UncheckedIOException where a file cannot be written; each file then has its old
   *     or its new bytes
   */
  WriteResult write(TemplateId id, Map<String, byte[]> files, String expected);

  /** The result of a write. */
  sealed interface WriteResult {
    /**
     * The files are written.
     *
     * @param fingerprint of the template after the write
     */
    record Written(String fingerprint) implements WriteResult {}

    /**
     * The template had another fingerprint; nothing is written.
     *
     * @param fingerprint of the template now; empty where there is no such template
     */
    record Conflict(String fingerprint) implements WriteResult {}
  }
}
