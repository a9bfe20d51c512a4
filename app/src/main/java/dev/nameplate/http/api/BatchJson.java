package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.webhook.WebhookSecret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes what there is to know of jobs. */
final class BatchJson {
  private static final double TENTHS = 10;

  private BatchJson() {}

  /** A list of jobs. */
  static ObjectNode list(List<Job> jobs, String base) {
    ObjectNode root = ApiJson.object();
    var array = root.putArray("batches");
    jobs.forEach(job -> array.add(of(job, base)));
    return root;
  }

  /**
   * A job that was just taken, with what its webhook is verified by.
   *
   * @param secret of the webhook; empty where there is none
   * @param base scheme and host that links begin with
   */
  static ObjectNode taken(Job job, Optional<WebhookSecret> secret, String base) {
    ObjectNode root = of(job, base);
    secret.ifPresent(known -> root.put("webhook_secret", known.text()));
    return root;
  }

  /**
   * A job.
   *
   * @param base scheme and host that links begin with
   */
  static ObjectNode of(Job job, String base) {
    ObjectNode root = ApiJson.object();
    root.put("id", job.spec().id());
    root.put("status", job.status().label());
    root.put("mode", job.spec().mode().label());
    root.put("template", job.spec().template());
    root.put("version", ApiJson.version(job.spec().version()));
    root.put("created_at", job.spec().created().toString());
    root.put("ended_at", job.status().isEnded() ? job.changed().toString() : null);
    root.put("rows", job.spec().rows());
    root.put("rows_read", job.progress().tally().rows());
    ObjectNode counts = root.putObject("counts");
    for (RowState state : RowState.values()) {
      counts.put(state.name().toLowerCase(Locale.ROOT), job.progress().tally().of(state));
    }
    root.put("pictures", job.progress().pictures());
    root.put("rate", Math.round(job.progress().rate() * TENTHS) / TENTHS);
    OptionalLong eta = job.etaSeconds();
    if (eta.isPresent()) {
      root.put("eta_seconds", eta.getAsLong());
    } else {
      root.putNull("eta_seconds");
    }
    links(root.putObject("links"), job, base + BatchRoutes.PATH + "/" + job.spec().id());
    if (job.error().isPresent()) {
      root.putObject("error")
          .put("code", job.error().get().code())
          .put("message", job.error().get().message())
          .put("retries", job.error().get().passing());
    } else {
      root.putNull("error");
    }
    return root;
  }

  private static void links(ObjectNode links, Job job, String self) {
    links.put("self", self);
    links.put("events", self + "/events");
    links.put("results", self + "/results.csv");
    links.put("failed", self + "/failed.csv");
    if (job.spec().mode() == JobMode.FILES) {
      links.put("files", self + "/files.zip");
    }
    job.spec().webhook().ifPresent(url -> links.put("deliveries", self + "/deliveries"));
  }
}
