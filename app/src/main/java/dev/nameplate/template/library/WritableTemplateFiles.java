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

  /**
   * Adds files as a template's next published version. It is whole or not there: neither a full
   * disk nor the end of the process at any instant leaves a part of it under {@link #versions}.
   *
   * @param id of the template
   * @param files bytes by path, relative to the version; the arrays must not change during the call
   * @return the version's number: one more than the greatest name of a folder beside it, 1 for the
   *     first
   * @throws IllegalArgumentException where there is no {@code template.json} among the files, or a
   *     path leads out of the version or is hidden; nothing is written then
   * @throws java.io.UncheckedIOException where it cannot be written; nothing is added then
   */
  int addVersion(TemplateId id, Map<String, byte[]> files);

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
