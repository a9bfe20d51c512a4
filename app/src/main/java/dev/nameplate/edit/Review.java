package dev.nameplate.edit;

import dev.nameplate.geometry.Box;
import dev.nameplate.preflight.Finding;
import dev.nameplate.template.Sample;
import java.util.List;
import java.util.Optional;

/**
 * What publishing a draft would change.
 *
 * @param etag of the draft
 * @param published tag of the file that it is compared with; empty where there is none
 * @param findings what the preflight finds
 * @param changes the samples and edge cases whose pictures change, the largest change first
 * @param unchanged how many do not change
 * @param patch a unified diff of the file; empty where nothing changes
 */
public record Review(
    String etag,
    Optional<String> published,
    List<Finding> findings,
    List<Change> changes,
    int unchanged,
    String patch) {
  public Review {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
  }

  /**
   * A picture that changes.
   *
   * @param sample the values
   * @param share the pixels that differ, 0 (none) to 1 (all, or another size)
   * @param changed the smallest box around them, in pixels at 1x
   */
  public record Change(Sample sample, double share, Box changed) {}
}
