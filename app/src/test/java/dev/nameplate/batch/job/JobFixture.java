package dev.nameplate.batch.job;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.boot.Application;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Jobs in a folder, which get their turns when a test gives them. */
final class JobFixture implements AutoCloseable {
  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  final WorkFolder work;
  final Jobs jobs;
  private final Application application;

  JobFixture(Path folder, long maxBytes, InstantSource clock) {
    this(TestApplication.application(), folder, maxBytes, clock);
  }

  JobFixture(Application application, Path folder, long maxBytes, InstantSource clock) {
    this.application = application;
    this.work = WorkFolder.open(new WorkSettings(Optional.of(folder), maxBytes));
    this.jobs = new Jobs(work, application.jobTools(), JobSettings.DEFAULT, clock);
  }

  JobFixture(Path folder) {
    this(folder, 1L << 30, () -> START);
  }

  Template template(String id) {
    return application.templates().find(id).orElseThrow();
  }

  NewJob.Order order(String template, JobMode mode, String owner) {
    return new NewJob.Order(
        new UrlBatch.Job(
            template(template), BatchOptions.DEFAULT, new RowUrls.Signing(KeyRing.NONE, false)),
        mode,
        owner,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  Job submit(String list, NewJob.Order order) throws IOException {
    return submitted(list, order).job();
  }

  Jobs.Submitted submitted(String list, NewJob.Order order) throws IOException {
    try (NewJob job = jobs.begin()) {
      job.write(ByteBuffer.wrap(list.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return jobs.submit(job, order);
    }
  }

  Job submit(String list, JobMode mode) throws IOException {
    return submit(list, order("welcome", mode, "shop"));
  }

  /** Gives turns until no job can go on. */
  JobFixture run() {
    while (jobs.turn()) {
      // Each turn works on some rows.
    }
    return this;
  }

  Job now(Job job) {
    return jobs.find(job.spec().id()).orElseThrow();
  }

  byte[] results(Job job) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jobs.downloads(job).results(out);
    return out.toByteArray();
  }

  byte[] failed(Job job) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jobs.downloads(job).failed(out);
    return out.toByteArray();
  }

  byte[] zip(Job job) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jobs.downloads(job).zip(1, out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    jobs.close();
    work.close();
  }
}
