package dev.nameplate.batch.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of a job's webhook so far.
 *
 * @param attempts in order
 * @param next when it is tried again; empty for never
 */
public record Deliveries(List<Attempt> attempts, Optional<Instant> next) {
  /** None yet, and none due. */
  public static final Deliveries NONE = new Deliveries(List.of(), Optional.empty());

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Deliveries {
    attempts = List.copyOf(attempts);
  }

  /**
   * A call.
   *
   * @param at when
   * @param status of the answer; see {@link WebhookCalls} for what stands for none
   * @param millis how long it took
   */
  public record Attempt(Instant at, int status, long millis) {
    /** Returns whether the receiver took it. */
    public boolean isTaken() {
      return status >= 200 && status < 300;
    }
  }

  /** Returns these with one more, and another next time. */
  Deliveries with(Attempt attempt, Optional<Instant> then) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new Deliveries(all, then);
  }

  /** Returns these with another next time. */
  Deliveries due(Instant then) {
    return new Deliveries(attempts, Optional.of(then));
  }

  /** Returns these as JSON: an object with {@code attempts} and {@code next_at}. */
  public ObjectNode json() {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode array = root.putArray("attempts");
    for (Attempt attempt : attempts) {
      array
          .addObject()
          .put("at", attempt.at().toString())
          .put("status", attempt.status())
          .put("millis", attempt.millis());
    }
    root.put("next_at", next.map(Instant::toString).orElse(null));
    return root;
  }

  /** Reads what {@link #json} wrote; none where it is no such text. */
  static Deliveries read(byte[] file) {
    try {
      JsonNode root = MAPPER.readTree(file);
      List<Attempt> attempts = new ArrayList<>();
      for (JsonNode each : root.path("attempts")) {
        attempts.add(
            new Attempt(
                Instant.parse(each.path("at").asText()),
                each.path("status").asInt(),
                each.path("millis").asLong()));
      }
      JsonNode next = root.path("next_at");
      return new Deliveries(
          attempts,
          next.isTextual() ? Optional.of(Instant.parse(next.asText())) : Optional.empty());
    } catch (IOException | RuntimeException broken) {
      return NONE;
    }
  }
}
