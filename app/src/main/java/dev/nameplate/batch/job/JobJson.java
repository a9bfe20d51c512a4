package dev.nameplate.batch.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlForm;
import dev.nameplate.geometry.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job's files {@code job.json} and {@code state.json}. They hold no value of a recipient. */
public final class JobJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JobJson() {}

  /** Returns what was asked for, as a file. */
  public static byte[] bytes(JobSpec spec) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("form", 1).put("id", spec.id()).put("owner", spec.owner());
    node.put("counted", spec.counted());
    node.put("mode", spec.mode().label());
    node.put("template", spec.template()).put("version", spec.version()).put("key", spec.key());
    node.put("signed", spec.signed()).put("created", spec.created().toString());
    node.put("bytes", spec.bytes()).put("rows", spec.rows());
    node.put("request", spec.request().name()).put("content", spec.request().content());
    spec.names().ifPresent(heading -> node.put("names", heading));
    spec.webhook().ifPresent(url -> node.put("webhook", url));
    options(node.putObject("options"), spec.options());
    return text(node);
  }

  private static void options(ObjectNode node, BatchOptions options) {
    node.put("base", options.base()).put("format", options.format());
    node.put("scale", options.scale().label());
    options.form().ifPresent(form -> node.put("url", form.label()));
    options.columns().forEach(node.putObject("columns")::put);
    options.open().forEach(node.putArray("open")::add);
    options.expires().ifPresent(end -> node.put("expires", end.toString()));
    node.put("limit", options.limit()).put("max_target", options.maxTarget());
  }

  /**
   * Reads what {@link #bytes(JobSpec)} wrote.
   *
   * @throws IOException where it is no such file
   */
  public static JobSpec spec(byte[] file) throws IOException {
    JsonNode node = MAPPER.readTree(file);
    try {
      return new JobSpec(
          node.path("id").asText(),
          node.path("owner").asText(),
          node.path("counted").asBoolean(true),
          JobMode.ofLabel(node.path("mode").asText()).orElseThrow(),
          node.path("template").asText(),
          node.path("version").asText(),
          node.path("key").asText(),
          options(node.path("options")),
          node.path("signed").asBoolean(),
          optional(node.path("names")),
          optional(node.path("webhook")),
          Instant.parse(node.path("created").asText()),
          node.path("bytes").asLong(),
          node.path("rows").asLong(),
          new JobSpec.Request(node.path("request").asText(), node.path("content").asText()));
    } catch (RuntimeException wrong) {
      throw new IOException("job.json is none of this program", wrong);
    }
  }

  private static BatchOptions options(JsonNode node) {
    Map<String, String> columns = new LinkedHashMap<>();
    node.path("columns")
        .properties()
        .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
    List<String> open = new ArrayList<>();
    node.path("open").forEach(field -> open.add(field.asText()));
    return new BatchOptions(
        node.path("base").asText(),
        node.path("format").asText(),
        Scale.parse(node.path("scale").asText()).orElse(Scale.ONE),
        optional(node.path("url")).flatMap(UrlForm::ofLabel),
        columns,
        open,
        optional(node.path("expires")).map(Instant::parse),
        node.path("limit").asLong(),
        node.path("max_target").asInt());
  }

  private static Optional<String> optional(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** Returns where a job is, as a file. */
  public static byte[] bytes(Job job) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("status", job.status().label()).put("changed", job.changed().toString());
    node.put("pictures", job.progress().pictures()).put("rate", job.progress().rate());
    node.set("tally", job.progress().tally().json());
    job.error()
        .ifPresent(
            error ->
                node.putObject("error")
                    .put("code", error.code())
                    .put("message", error.message())
                    .put("passing", error.passing()));
    return text(node);
  }

  /**
   * Reads what {@link #bytes(Job)} wrote.
   *
   * @throws IOException where it is no such file
   */
  public static Job job(JobSpec spec, byte[] file) throws IOException {
    JsonNode node = MAPPER.readTree(file);
    JsonNode error = node.path("error");
    try {
      return new Job(
          spec,
          JobStatus.valueOf(node.path("status").asText().toUpperCase(java.util.Locale.ROOT)),
          error.isObject()
              ? Optional.of(
                  new JobError(
                      error.path("code").asText(),
                      error.path("message").asText(),
                      error.path("passing").asBoolean()))
              : Optional.empty(),
          new JobProgress(
              Tally.of(node.path("tally")),
              node.path("pictures").asLong(),
              node.path("rate").asDouble()),
          Instant.parse(node.path("changed").asText()));
    } catch (RuntimeException wrong) {
      throw new IOException("state.json is none of this program", wrong);
    }
  }

  /** Returns a tally as bytes. */
  public static byte[] bytes(Tally tally) {
    return text(tally.json());
  }

  /**
   * Reads what {@link #bytes(Tally)} wrote.
   *
   * @throws IOException where it is no JSON
   */
  public static Tally tally(byte[] file) throws IOException {
    return Tally.of(MAPPER.readTree(file));
  }

  private static byte[] text(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
