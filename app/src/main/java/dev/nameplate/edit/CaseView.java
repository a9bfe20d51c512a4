package dev.nameplate.edit;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.RowSummary;
import dev.nameplate.template.Sample;
import java.util.List;
import java.util.Optional;

/**
 * A draft as it looks with some values.
 *
 * @param sample the values
 * @param picture a small PNG; empty where none was asked for
 * @param placed how the values were read, and where the layers stand
 * @param summary what differs from the usual picture, in words
 * @param findings what the check finds in this picture; empty where nothing is wrong
 */
public record CaseView(
    Sample sample,
    Optional<EncodedPicture> picture,
    DraftPictures.Placed placed,
    RowSummary summary,
    List<Finding> findings) {
  public CaseView {
    findings = List.copyOf(findings);
  }

  /** Returns the alternative text; empty if the template has none. */
  public Optional<String> alt() {
    return placed.alt();
  }

  /** Has no values. */
  @Override
  public String toString() {
    return "CaseView[" + findings.size() + " findings]";
  }
}
