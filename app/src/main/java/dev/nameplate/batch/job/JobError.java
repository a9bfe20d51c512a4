package dev.nameplate.batch.job;

/**
 * What is in a job's way.
 *
 * @param code {@code disk_full}, {@code unusable_list}, {@code template_gone}, {@code no_keys},
 *     {@code redis_down}, {@code lost} or {@code internal}; the names never change
 * @param message for people, with what to do about it; no value of a recipient
 * @param passing whether the job tries again by itself
 */
public record JobError(String code, String message, boolean passing) {
  /** The work folder takes no more; the job goes on when it does. */
  public static JobError diskFull() {
    return new JobError(
        "disk_full",
        "the work folder takes no more: make space on its disk, or raise NAMEPLATE_WORK_BYTES; the"
            + " job then goes on by itself",
        true);
  }
}
