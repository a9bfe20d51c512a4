package dev.nameplate.batch.job;

import dev.nameplate.batch.BatchOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked for, which never changes.
 *
 * @param id 24 hexadecimal digits
 * @param owner whose job it is: the {@code sub} of a token; empty for a call without one
 * @param counted whether the URLs count as the owner's: not where they are made for a test
 * @param mode what is made of the list
 * @param template its id
 * @param version the digest of the template that all rows are made with, whatever becomes of it
 * @param key the name of the key that seals the job's rows, see {@link JobKeys}
 * @param options of the URLs and pictures
 * @param signed whether the template is drawn for signed URLs only
 * @param names the heading of the column of which files get their names; empty for the first field
 *     that is a name
 * @param webhook what is called when the job has ended; empty for nothing
 * @param created when the list had arrived; also what countdowns in files go by
 * @param bytes length of the list
 * @param rows how many rows the list has
 * @param request keyed digests by which a repeated request is known
 */
public record JobSpec(
    String id,
    String owner,
    boolean counted,
    JobMode mode,
    String template,
    String version,
    String key,
    BatchOptions options,
    boolean signed,
    Optional<String> names,
    Optional<String> webhook,
    Instant created,
    long bytes,
    long rows,
    Request request) {
  /**
   * By what a repeated request is known; neither digest can be computed without the key.
   *
   * @param name a digest of the caller's {@code Idempotency-Key}; that of the content where there
   *     is none
   * @param content a digest of list, template and options
   */
  public record Request(String name, String content) {}
}
