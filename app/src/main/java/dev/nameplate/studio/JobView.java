package dev.nameplate.studio;

import java.util.List;
import java.util.Map;

/**
 * A job as its page shows it, without a value of a recipient.
 *
 * @param id of the job
 * @param template its id
 * @param mode what is made, {@code files}
 * @param status where it is, {@code running}
 * @param created when it began, for people
 * @param rows of the list
 * @param read how many rows are in their final state
 * @param counts rows by state
 * @param pictures how many different pictures were drawn
 * @param rate rows in a second
 * @param left how long it will take, for people; empty where that is not known
 * @param error what is in its way; empty for nothing
 * @param facts what was found in the list, a line each
 */
public record JobView(
    String id,
    String template,
    String mode,
    String status,
    String created,
    long rows,
    long read,
    Map<String, Long> counts,
    long pictures,
    String rate,
    String left,
    String error,
    List<String> facts) {
  public JobView {
    facts = List.copyOf(facts);
  }

  /** Returns whether nothing follows. */
  public boolean isEnded() {
    return List.of("completed", "cancelled", "failed").contains(status);
  }

  /** Returns the path of the job below {@code /v1}. */
  public String api() {
    return "/v1/batches/" + id;
  }
}
