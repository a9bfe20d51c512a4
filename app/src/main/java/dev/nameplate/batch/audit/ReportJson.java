package dev.nameplate.batch.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report for programs. */
public final class ReportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  /**
   * Returns the report without its contact sheet as an indented JSON object, followed by a line
   * ending.
   */
  public static String of(AudienceReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("template", report.template());
    report.about().proofs().forEach(root.putArray("list")::add);
    report.about().columns().forEach(root.putArray("columns")::add);
    report.about().warnings().forEach(root.putArray("warnings")::add);
    root.put("rows", report.tally().rows());
    ObjectNode tally = report.tally().json();
    root.set("states", tally.path("states"));
    root.set("troubles", tally.path("troubles"));
    root.put("unique_pictures", report.pictures().unique());
    root.put("unique_is_at_least", report.pictures().atLeast());
    root.put("known_pictures", 0);
    report
        .pictures()
        .estimate()
        .ifPresent(
            estimate ->
                root.putObject("estimate")
                    .put("measured_rows", estimate.drawn())
                    .put("seconds", estimate.seconds())
                    .put("bytes", estimate.bytes()));
    root.put("longest_url_bytes", report.tally().longestUrl());
    ObjectNode fields = root.putObject("fields");
    report.fields().forEach((name, states) -> states.forEach(fields.withObject("/" + name)::put));
    ArrayNode faults = root.putArray("faults");
    for (AudienceReport.Found found : report.faults()) {
      ObjectNode fault = faults.addObject();
      fault.put("fault", found.fault().label());
      fault.put("meaning", found.fault().meaning());
      fault.put("rows", found.rows());
      found.worst().forEach(fault.putArray("worst_rows")::add);
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
