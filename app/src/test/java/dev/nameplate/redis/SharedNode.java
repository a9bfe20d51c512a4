package dev.nameplate.redis;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobSettings;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.batch.job.NewJob;
import dev.nameplate.batch.share.JobBoard;
import dev.nameplate.batch.share.SharedPlace;
import dev.nameplate.batch.share.SharedTiming;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.TestApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A node's jobs that lie in a Redis. They get their turns when a test gives them. */
final class SharedNode implements AutoCloseable {
  final JobBoard board;
  final SharedPlace place;
  final Jobs jobs;
  private final Fleet fleet;
  private final WorkFolder work;

  SharedNode(RedisServer redis, Path folder, InstantSource clock, SharedTiming timing) {
    RedisSettings settings =
        new RedisSettings(
            Optional.of(redis.uri()), Optional.empty(), 1L << 28, Duration.ofMillis(500), true);
    fleet = Fleet.open(settings, Optional.empty(), clock);
    board = fleet.jobs().orElseThrow();
    RedisServer.await("the board is up", board::isUp);
    work = WorkFolder.open(new WorkSettings(Optional.of(folder), 1L << 28));
    JobTools own = TestApplication.application().jobTools();
    JobTools tools =
        new JobTools(own.renderer(), own.executor(), own.templates(), ListFixture.KEYS);
    place =
        new SharedPlace(
            new SharedPlace.Parts(work, tools, board, fleet.results(), Duration.ofHours(1), clock),
            timing);
    jobs = new Jobs(work, tools, JobSettings.DEFAULT, clock, place);
  }

  Job submit(String list, JobMode mode) throws IOException {
    try (NewJob job = jobs.begin()) {
      job.write(ByteBuffer.wrap(list.getBytes(StandardCharsets.UTF_8)));
      return jobs.submit(
              job,
              new NewJob.Order(
                  new UrlBatch.Job(
                      TestApplication.template("welcome"),
                      BatchOptions.DEFAULT,
                      new RowUrls.Signing(ListFixture.KEYS, false)),
                  mode,
                  "shop",
                  true,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  false))
          .job();
    }
  }

  ResultStore results() {
    return fleet.results();
  }

  Job now(Job job) {
    return jobs.find(job.spec().id()).orElseThrow();
  }

  String results(Job job) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jobs.downloads(now(job)).results(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  byte[] zip(Job job) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jobs.downloads(now(job)).zip(1, out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    jobs.close();
    fleet.close();
    work.close();
  }
}
