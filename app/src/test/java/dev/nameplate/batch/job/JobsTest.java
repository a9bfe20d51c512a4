package dev.nameplate.batch.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.WorkArea;
import dev.nameplate.support.Applications;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs from the list to what is downloaded. */
final class JobsTest {
  private static final String CANARY = "Zanzibarina";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(JobFixture.START);

  private JobFixture fixture() {
    return new JobFixture(folder.resolve("work"), 1L << 30, now::get);
  }

  private static String list(int rows) {
    StringBuilder text = new StringBuilder("Name,City,Note\r\n");
    for (int row = 0; row < rows; row++) {
      switch (row % 10) {
        case 7 -> text.append("\r\n");
        case 8 -> text.append("too,few\r\n");
        default -> text.append("Ann ").append((char) ('A' + row % 4)).append(",Ulm,\"a\nb\"\r\n");
      }
    }
    return text.toString();
  }

  private static byte[] expected(String list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UrlBatch.Job job =
        new UrlBatch.Job(
            TestApplication.template("welcome"),
            BatchOptions.DEFAULT,
            new RowUrls.Signing(dev.nameplate.access.sign.KeyRing.NONE, false));
    var unused =
        ListFixture.run(
            new UrlBatch(TestApplication.application().pipeline()::merge, 1),
            job,
            new ByteArrayInputStream(list.getBytes(UTF_8)),
            out);
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void urls_ofAList_areThoseOfTheCommand() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(2000), JobMode.URLS);
      assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
      assertThat(job.spec().rows()).isEqualTo(2000);
      Job done = jobs.run().now(job);
      assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(done.progress().tally().rows()).isEqualTo(2000);
      assertThat(ListFixture.sum(done.progress().tally())).isEqualTo(2000);
      assertThat(jobs.results(job)).isEqualTo(expected(list(2000)));
      assertThat(new String(jobs.failed(job), UTF_8).lines()).hasSize(201);
    }
  }

  @Test
  void files_rowsWithEqualValues_areDrawnOnce() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(40), JobMode.FILES);
      Job done = jobs.run().now(job);
      assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(done.progress().pictures()).isEqualTo(4);
      Map<String, byte[]> files = entries(jobs.zip(job));
      assertThat(files).hasSize(33).containsKeys("0000/0000002-ann-a.png", "manifest.csv");
      byte[] picture = files.getOrDefault("0000/0000002-ann-a.png", new byte[0]);
      assertThat(files.get("0000/0000006-ann-a.png")).isEqualTo(picture);
      assertThat(javax.imageio.ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
          .isEqualTo(TestApplication.template("welcome").size().width());
      Path target = folder.resolve("out");
      jobs.jobs.downloads(job).files(target);
      assertThat(target.resolve("0000/0000002-ann-a.png")).hasBinaryContent(picture);
      assertThat(jobs.results(job)).isEqualTo(expected(list(40)));
    }
  }

  @Test
  void prerender_picturesAreFoundByTheirKeys() throws Exception {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit("name\nMaria\n", JobMode.PRERENDER);
      Job done = jobs.run().now(job);
      assertThat(done.progress().pictures()).isEqualTo(1);
      var pipeline = TestApplication.application().pipeline();
      var template = jobs.template("welcome");
      RenderKey key =
          pipeline.key(
              template,
              pipeline.merge(template, new RawQuery("name=Maria")),
              BatchOptions.DEFAULT.scale(),
              Format.PNG);
      assertThat(jobs.jobs.prerendered().get(key).toCompletableFuture().get()).isPresent();
      RenderKey other = new RenderKey("0".repeat(32));
      assertThat(jobs.jobs.prerendered().get(other).toCompletableFuture().get()).isEmpty();
    }
  }

  @Test
  void failedRows_corrected_canBeSentAgain() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(40), JobMode.URLS);
      String failed = new String(jobs.run().failed(job), UTF_8);
      Job again = jobs.submit(failed.replace("too,few\r\n", "Zoe,Ulm,x,,,,,\r\n"), JobMode.URLS);
      assertThat(jobs.run().now(again).progress().tally().of(RowState.DONE)).isEqualTo(4);
    }
  }

  @Test
  void jobsOfTwoOwners_goOnByTurns() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job big = jobs.submit(list(20_000), jobs.order("welcome", JobMode.URLS, "one"));
      assertThat(jobs.jobs.turn()).isTrue();
      Job small = jobs.submit(list(100), jobs.order("welcome", JobMode.URLS, "two"));
      assertThat(jobs.jobs.turn()).isTrue();
      assertThat(jobs.jobs.turn()).isTrue();
      assertThat(jobs.now(small).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(jobs.now(big).progress().tally().rows()).isBetween(1L, 19_999L);
      assertThat(jobs.run().results(big)).isEqualTo(expected(list(20_000)));
    }
  }

  @Test
  void pausedJob_resumed_givesTheSame() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(9000), JobMode.URLS);
      assertThat(jobs.jobs.turn()).isTrue();
      assertThat(jobs.jobs.change(job.spec().id(), JobChange.PAUSE)).isPresent();
      assertThat(jobs.run().now(job).status()).isEqualTo(JobStatus.PAUSED);
      assertThat(jobs.jobs.change(job.spec().id(), JobChange.RESUME)).isPresent();
      assertThat(jobs.run().results(job)).isEqualTo(expected(list(9000)));
    }
  }

  @Test
  void cancelledJob_keepsWhatWasDone_untilItIsDeleted() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(9000), JobMode.URLS);
      assertThat(jobs.jobs.turn()).isTrue();
      assertThat(jobs.jobs.change(job.spec().id(), JobChange.CANCEL)).isPresent();
      assertThat(jobs.run().now(job).status()).isEqualTo(JobStatus.CANCELLED);
      assertThat(new String(jobs.results(job), UTF_8).lines().count()).isGreaterThan(1000);
      long before = jobs.work.usedBytes();
      assertThat(jobs.jobs.delete(job.spec().id())).isTrue();
      assertThat(jobs.work.path(WorkArea.JOBS, job.spec().id()).orElseThrow()).doesNotExist();
      assertThat(jobs.work.usedBytes()).isLessThan(before);
    }
  }

  @Test
  void endedJob_isDeletedAfterItsTime() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = jobs.submit(list(10), JobMode.URLS);
      jobs.run();
      now.set(JobFixture.START.plus(JobSettings.DEFAULT.keep()));
      jobs.jobs.sweep();
      assertThat(jobs.jobs.find(job.spec().id())).isPresent();
      now.set(JobFixture.START.plus(JobSettings.DEFAULT.keep()).plusMillis(1));
      jobs.jobs.sweep();
      assertThat(jobs.jobs.find(job.spec().id())).isEmpty();
    }
  }

  @Test
  void equalRequest_givesTheSameJob_forADay() throws IOException {
    try (JobFixture jobs = fixture()) {
      NewJob.Order order = jobs.order("welcome", JobMode.URLS, "shop");
      Job first = jobs.submit(list(10), order);
      Jobs.Submitted second = jobs.submitted(list(10), order);
      assertThat(second.isNew()).isFalse();
      assertThat(second.job().spec().id()).isEqualTo(first.spec().id());
      assertThat(jobs.submitted(list(11), order).isNew()).isTrue();
      assertThat(jobs.submitted(list(10), jobs.order("welcome", JobMode.URLS, "x")).isNew())
          .isTrue();
      now.set(JobFixture.START.plus(Duration.ofHours(24)));
      assertThat(jobs.submitted(list(10), order).isNew()).isTrue();
    }
  }

  @Test
  void namedRequest_withAnotherList_isRefused() throws IOException {
    try (JobFixture jobs = fixture()) {
      NewJob.Order usual = jobs.order("welcome", JobMode.URLS, "shop");
      NewJob.Order named =
          new NewJob.Order(
              usual.work(),
              usual.mode(),
              usual.owner(),
              usual.counted(),
              usual.names(),
              usual.webhook(),
              Optional.of("mailing-7"),
              false);
      Job first = jobs.submit(list(10), named);
      assertThat(jobs.submitted(list(10), named).job().spec().id()).isEqualTo(first.spec().id());
      assertThatThrownBy(() -> jobs.submit(list(11), named))
          .isInstanceOfSatisfying(
              JobException.class,
              wrong -> assertThat(wrong.reason()).isEqualTo(JobException.Reason.MISMATCH));
      assertThat(jobs.jobs.all()).hasSize(1);
    }
  }

  @Test
  void listThatIsNotSubmitted_leavesNothing() throws IOException {
    try (JobFixture jobs = fixture()) {
      long before = jobs.work.usedBytes();
      try (NewJob job = jobs.jobs.begin()) {
        job.write(ByteBuffer.wrap(list(9000).getBytes(UTF_8)));
      }
      assertThat(jobs.work.usedBytes()).isEqualTo(before);
      assertThatThrownBy(() -> jobs.submit("a,a\n1,2\n", JobMode.URLS))
          .isInstanceOf(JobException.class)
          .hasMessageContaining("both called");
      assertThat(jobs.jobs.all()).isEmpty();
      assertThat(jobs.work.usedBytes()).isEqualTo(before);
    }
  }

  @Test
  void fullDisk_pausesTheJob_whichSaysSoAndGoesOn() throws IOException {
    long most = 300_000;
    try (JobFixture jobs = new JobFixture(folder.resolve("work"), most, now::get)) {
      Job job = jobs.submit(list(9000), JobMode.URLS);
      byte[] filler = new byte[(int) (most - jobs.work.usedBytes() - 9_000)];
      assertThat(jobs.work.write(WorkArea.DRAFTS, "filler", filler)).isTrue();
      Job paused = jobs.run().now(job);
      assertThat(paused.status()).isEqualTo(JobStatus.PAUSED);
      assertThat(paused.error().orElseThrow().message()).contains("NAMEPLATE_WORK_BYTES");
      assertThat(ListFixture.sum(paused.progress().tally())).isLessThan(9000);
      jobs.work.delete(WorkArea.DRAFTS, "filler");
      assertThat(jobs.run().now(job).status()).isEqualTo(JobStatus.PAUSED);
      now.set(JobFixture.START.plusSeconds(5));
      assertThat(jobs.run().now(job).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(jobs.results(job)).isEqualTo(expected(list(9000)));
    }
  }

  @Test
  void templateEditedWhileItRuns_keepsItsVersion() throws IOException {
    Path templates = folder.resolve("templates");
    copy(Path.of("templates/welcome"), templates.resolve("welcome"));
    Settings settings =
        Settings.read(
            Map.of("NAMEPLATE_TEMPLATES", templates.toString(), "NAMEPLATE_WORK", "none"),
            Map.of());
    StringBuilder names = new StringBuilder("name\n");
    // More than a turn's 512 rows.
    for (int row = 0; row < 620; row++) {
      names.append(row < 560 ? "Ann " : "Bob ").append((char) ('A' + row % 2)).append('\n');
    }
    try (Application application = Applications.offline(settings);
        JobFixture jobs = new JobFixture(application, folder.resolve("work"), 1L << 30, now::get)) {
      Job whole = jobs.submit(names.toString(), JobMode.FILES);
      byte[] undisturbed = jobs.run().zip(whole);
      assertThat(jobs.jobs.delete(whole.spec().id())).isTrue();
      Job job = jobs.submit(names.toString(), JobMode.FILES);
      assertThat(jobs.jobs.turn()).isTrue();
      assertThat(jobs.now(job).progress().tally().rows()).isBetween(1L, 559L);
      Path json = templates.resolve("welcome/template.json");
      Files.writeString(json, Files.readString(json).replace("Welcome", "Farewell"));
      try (Stream<Path> assets = Files.list(templates.resolve("welcome/assets"))) {
        for (Path asset : assets.toList()) {
          Files.write(asset, new byte[] {1});
        }
      }
      application.templates().refresh();
      assertThat(jobs.run().now(job).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(jobs.zip(job)).isEqualTo(undisturbed);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void workFolder_holdsNoValueInPlain() throws IOException {
    List<byte[]> needles = new ArrayList<>();
    try (JobFixture jobs = fixture()) {
      String list = "Name,City\n" + (CANARY + ",Ulm\n").repeat(50);
      Job files = jobs.submit(list, JobMode.FILES);
      Job urls = jobs.submit(list, JobMode.URLS);
      Map<String, byte[]> made = entries(jobs.run().zip(files));
      byte[] picture = made.getOrDefault("0000/0000002-zanzibarina.png", new byte[0]);
      assertThat(picture).isNotEmpty();
      assertThat(new String(jobs.results(urls), UTF_8)).contains(CANARY);
      needles.add(CANARY.getBytes(UTF_8));
      needles.add("zanzibarina".getBytes(UTF_8));
      needles.add(java.util.Arrays.copyOf(picture, 8));
    }
    try (Stream<Path> all = Files.walk(folder.resolve("work"))) {
      for (Path file : all.filter(Files::isRegularFile).filter(this::isNoAsset).toList()) {
        String bytes =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (byte[] needle : needles) {
          assertThat(bytes)
              .as(file.toString())
              .doesNotContain(new String(needle, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  /** The copy of the template is the author's, and holds pictures of its own. */
  private boolean isNoAsset(Path file) {
    return !file.toString().contains("/template/");
  }
}
