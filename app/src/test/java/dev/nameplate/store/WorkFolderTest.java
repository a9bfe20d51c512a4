package dev.nameplate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.support.JavaProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work folder: its layout, its key, its budget, and serving without it. */
final class WorkFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path temporary;

  private WorkFolder open(long maxBytes) {
    return WorkFolder.open(new WorkSettings(Optional.of(root()), maxBytes));
  }

  private Path root() {
    return temporary.resolve("deep/work");
  }

  private static byte[] bytes(int length) {
    return new byte[length];
  }

  @Test
  void folder_thatIsMissing_isMadeWithItsLayout() {
    try (WorkFolder work = open(1 << 20)) {
      assertThat(work.isUsable()).isTrue();
      for (String area : List.of("cache", "drafts", "jobs", "usage", "locks")) {
        assertThat(root().resolve(area)).isDirectory();
      }
      assertThat(root().resolve("key")).as("made when it is needed").doesNotExist();
    }
  }

  @Test
  void file_isReadBack_byAnotherProcessToo_untilItIsDeleted() {
    try (WorkFolder work = open(1 << 20);
        WorkFolder other = open(1 << 20)) {
      assertThat(work.write(WorkArea.DRAFTS, "a/b/draft.json", new byte[] {1, 2})).isTrue();
      assertThat(work.write(WorkArea.DRAFTS, "a/b/draft.json", new byte[] {3})).isTrue();
      assertThat(work.usedBytes()).isEqualTo(1);
      assertThat(other.read(WorkArea.DRAFTS, "a/b/draft.json")).contains(new byte[] {3});
      work.delete(WorkArea.DRAFTS, "a/b/draft.json");
      assertThat(other.read(WorkArea.DRAFTS, "a/b/draft.json")).isEmpty();
      assertThat(work.usedBytes()).isZero();
    }
  }

  @Test
  void name_thatLeadsOutside_isRefused() {
    try (WorkFolder work = open(1 << 20)) {
      for (String name : List.of("../key", "a/../../jobs/x", "/etc/passwd")) {
        assertThatThrownBy(() -> work.write(WorkArea.CACHE, name, bytes(1)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> work.read(WorkArea.CACHE, name))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void key_isMadeOnce_with32Bytes_forItsOwnerAlone() throws IOException {
    try (WorkFolder work = open(1 << 20)) {
      byte[] key = work.key().orElseThrow();
      assertThat(key).hasSize(32);
      assertThat(key).isNotEqualTo(bytes(32));
      assertThat(work.key()).contains(key);
      assertThat(Files.readAllBytes(root().resolve("key"))).isEqualTo(key);
      if (isPosix()) {
        assertThat(mode("key")).isEqualTo("rw-------");
        Files.setPosixFilePermissions(
            root().resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(work.key()).contains(key);
        assertThat(mode("key")).isEqualTo("rw-------");
      }
    }
    try (WorkFolder later = open(1 << 20)) {
      assertThat(later.key()).contains(Files.readAllBytes(root().resolve("key")));
    }
  }

  private static boolean isPosix() {
    return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root().resolve(file)));
  }

  @Test
  void key_isTheSame_forAllThatAskAtOnce() {
    Set<String> keys = new HashSet<>();
    try (WorkFolder work = open(1 << 20)) {
      IntStream.range(0, 16)
          .parallel()
          .mapToObj(i -> java.util.HexFormat.of().formatHex(work.key().orElseThrow()))
          .forEach(
              key -> {
                synchronized (keys) {
                  keys.add(key);
                }
              });
    }
    assertThat(keys).hasSize(1);
  }

  @Test
  void key_ofAnotherLength_isNeitherUsedNorReplaced() throws IOException {
    try (WorkFolder work = open(1 << 20)) {
      Files.write(root().resolve("key"), bytes(31));
      String log = logged(() -> assertThat(work.key()).isEmpty());
      assertThat(log).contains("has 31 bytes, not 32");
      assertThat(Files.size(root().resolve("key"))).isEqualTo(31);
    }
  }

  @Test
  void budget_letsTheOldestOfTheCacheGo_andNothingElse() throws IOException {
    try (WorkFolder work = open(100)) {
      assertThat(work.write(WorkArea.JOBS, "job", bytes(30))).isTrue();
      for (int at = 0; at < 3; at++) {
        assertThat(work.write(WorkArea.CACHE, "strip" + at, bytes(20))).isTrue();
        Files.setLastModifiedTime(
            root().resolve("cache/strip" + at), FileTime.fromMillis(1000L * (10 - at)));
      }
      assertThat(work.write(WorkArea.CACHE, "new", bytes(25))).isTrue();
      assertThat(work.read(WorkArea.CACHE, "strip2")).as("written longest ago").isEmpty();
      assertThat(work.read(WorkArea.CACHE, "strip0")).isPresent();
      assertThat(work.read(WorkArea.JOBS, "job")).isPresent();
      assertThat(work.usedBytes()).isEqualTo(95);
      String log =
          logged(
              () -> {
                assertThat(work.write(WorkArea.DRAFTS, "large", bytes(71))).isFalse();
                assertThat(work.write(WorkArea.DRAFTS, "large", bytes(72))).isFalse();
              });
      assertThat(log.lines().filter(line -> line.contains("NAMEPLATE_WORK_BYTES, 100")))
          .as("reported once")
          .hasSize(1);
      assertThat(work.read(WorkArea.JOBS, "job")).as("what cannot be made again stays").isPresent();
      assertThat(work.write(WorkArea.DRAFTS, "small", bytes(70))).isTrue();
    }
  }

  @Test
  void budget_countsWhatWasThereBefore() {
    try (WorkFolder work = open(100)) {
      work.write(WorkArea.JOBS, "job", bytes(60));
    }
    try (WorkFolder work = open(100)) {
      assertThat(work.usedBytes()).isEqualTo(60);
      logged(() -> assertThat(work.write(WorkArea.JOBS, "more", bytes(41))).isFalse());
      assertThat(work.write(WorkArea.JOBS, "more", bytes(40))).isTrue();
    }
  }

  @Test
  void folder_thatCannotBeMade_isReportedOnce_andDoneWithout() throws IOException {
    Path file = Files.write(temporary.resolve("file"), bytes(1));
    WorkSettings settings = new WorkSettings(Optional.of(file.resolve("work")), 100);
    String log =
        logged(
            () -> {
              try (WorkFolder work = WorkFolder.open(settings)) {
                assertThat(work.isUsable()).isFalse();
                assertThat(work.write(WorkArea.CACHE, "a", bytes(1))).isFalse();
                assertThat(work.read(WorkArea.CACHE, "a")).isEmpty();
                assertThat(work.key()).isEmpty();
                assertThat(work.journals(WorkArea.USAGE)).isEmpty();
                assertThat(work.append(WorkArea.USAGE, "a", bytes(1))).isFalse();
                work.delete(WorkArea.CACHE, "a");
              }
            });
    assertThat(log.lines()).hasSize(1);
    assertThat(log).contains("NAMEPLATE_WORK", "drawn without it");
  }

  @Test
  void folder_thatCannotBeWrittenLater_isReportedOnce_andReadOn() throws IOException {
    try (WorkFolder work = open(1 << 20)) {
      work.write(WorkArea.CACHE, "kept", bytes(3));
      Files.delete(root().resolve("drafts"));
      Files.write(root().resolve("drafts"), bytes(1));
      String log =
          logged(
              () -> {
                assertThat(work.write(WorkArea.DRAFTS, "a", bytes(1))).isFalse();
                assertThat(work.write(WorkArea.DRAFTS, "b", bytes(1))).isFalse();
              });
      assertThat(log.lines()).hasSize(1);
      assertThat(work.read(WorkArea.CACHE, "kept")).isPresent();
    }
  }

  @Test
  void folder_thatIsReadOnly_isReported_andDoneWithout() throws IOException {
    Files.createDirectories(root());
    Assumptions.assumeThat(isPosix()).isTrue();
    Files.setPosixFilePermissions(root(), PosixFilePermissions.fromString("r-xr-xr-x"));
    boolean root = Files.isWritable(root()); // the superuser may write all the same
    String log =
        logged(
            () -> {
              try (WorkFolder work = open(100)) {
                assertThat(work.isUsable()).isEqualTo(root);
              }
            });
    assertThat(log.isEmpty()).isEqualTo(root);
    Files.setPosixFilePermissions(root(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void noFolder_isNoTrouble() {
    String log =
        logged(
            () -> {
              try (WorkFolder work = WorkFolder.open(WorkSettings.DEFAULT)) {
                assertThat(work.isUsable()).isFalse();
                assertThat(work.write(WorkArea.CACHE, "a", bytes(1))).isFalse();
              }
            });
    assertThat(log).isEmpty();
  }

  @Test
  void journals_areAProcessesOwn_andAbandonedOnlyWhereItIsGone() throws IOException {
    WorkFolder first = open(1 << 20);
    try (WorkFolder second = open(1 << 20)) {
      Path own = first.journals(WorkArea.USAGE).orElseThrow().own("use");
      assertThat(second.journals(WorkArea.USAGE).orElseThrow().own("use")).isNotEqualTo(own);
      Files.write(own, bytes(5));
      Files.write(own.resolveSibling("other." + own.getFileName()), bytes(5));
      assertThat(abandoned(second)).isEmpty();
      first.close();
      assertThat(abandoned(second)).containsExactly(own);
    }
  }

  @Test
  void lockOfAKilledProcess_isFree_andIsCleanedUpWithWhatItLeft()
      throws IOException, InterruptedException {
    Process other =
        JavaProcess.of(List.of(), WorkFolderHolder.class.getName(), root().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path journal = Path.of(new String(line(other), StandardCharsets.UTF_8).strip());
    Path part = Files.write(root().resolve("cache/.x.tmp"), bytes(9));
    try (WorkFolder work = open(1 << 20)) {
      assertThat(abandoned(work)).isEmpty();
      assertThat(part).as("may be a running process's").exists();
      other.destroyForcibly();
      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(abandoned(work)).containsExactly(journal);
    }
    try (WorkFolder later = open(1 << 20);
        Stream<Path> locks = Files.list(root().resolve("locks"))) {
      assertThat(locks).hasSize(1);
      assertThat(part).doesNotExist();
      assertThat(abandoned(later)).containsExactly(journal);
    }
  }

  private static byte[] line(Process process) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = process.getInputStream().read(); c >= 0 && c != 10; ) {
      line.write(c);
      c = process.getInputStream().read();
    }
    return line.toByteArray();
  }

  @Test
  void write_thatFails_leavesTheOldFile_andNoPart() throws IOException {
    Path target = temporary.resolve("target");
    Files.createDirectories(target.resolve("full"));
    assertThatThrownBy(() -> DurableFile.write(target, bytes(3))).isInstanceOf(IOException.class);
    assertThat(target.resolve("full")).isDirectory();
    Path file = temporary.resolve("file");
    DurableFile.write(file, bytes(3));
    DurableFile.write(file, bytes(4));
    assertThat(Files.size(file)).isEqualTo(4);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactlyInAnyOrder(target, file);
    }
  }

  @Test
  void spooledFile_isReadAsOftenAsNeeded_andLiesSealedWithoutAName() throws IOException {
    byte[] plain = "Kanarienvogel\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    try (WorkFolder work = open(1 << 20)) {
      SealedFile file = work.spool(300_000).orElseThrow();
      for (int at = 0; at < plain.length; at += 7_000) {
        file.write(ByteBuffer.wrap(plain, at, Math.min(7_000, plain.length - at)));
      }
      file.finish();
      assertThat(file.length()).isEqualTo(plain.length);
      for (int time = 0; time < 2; time++) {
        try (InputStream in = file.open()) {
          assertThat(in.readAllBytes()).isEqualTo(plain);
        }
      }
      try (InputStream in = file.open()) {
        in.skipNBytes(70_000);
        assertThat(in.read()).isEqualTo(plain[70_000]);
      }
      if (isPosix()) {
        assertThat(root().resolve("jobs")).isEmptyDirectory();
      }
      assertThat(work.usedBytes()).isGreaterThanOrEqualTo(300_000);
      file.close();
      file.close();
      assertThat(root().resolve("jobs")).isEmptyDirectory();
      assertThat(work.usedBytes()).isLessThan(1_000);
      assertThatThrownBy(() -> file.open().read()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void emptySpooledFile_isEmpty() throws IOException {
    try (WorkFolder work = open(1 << 20);
        SealedFile file = work.spool(10).orElseThrow()) {
      file.finish();
      assertThat(file.open().readAllBytes()).isEmpty();
    }
  }

  @Test
  void spooledFiles_takeTheirBudget_andNoMore() {
    try (WorkFolder work = open(1 << 20)) {
      SealedFile first = work.spool(600_000).orElseThrow();
      logged(() -> assertThat(work.spool(600_000)).isEmpty());
      assertThat(work.write(WorkArea.DRAFTS, "a", bytes(600_000))).isFalse();
      first.close();
      try (SealedFile second = work.spool(600_000).orElseThrow()) {
        assertThat(second.length()).isZero();
      }
    }
    try (WorkFolder none = WorkFolder.open(WorkSettings.DEFAULT)) {
      assertThat(none.spool(1)).isEmpty();
    }
  }

  private static List<Path> abandoned(WorkFolder work) throws IOException {
    return work.journals(WorkArea.USAGE).orElseThrow().list("use").stream()
        .filter(journal -> journal.owner() == Journals.Owner.ENDED && journal.kind().equals("use"))
        .map(Journals.Journal::file)
        .toList();
  }

  @Test
  void write_ofAThreadThatHasToEnd_saysNothingOfTheFolder() {
    try (WorkFolder work = open(1 << 20)) {
      String said =
          logged(
              () -> {
                Thread.currentThread().interrupt();
                assertThat(work.write(WorkArea.CACHE, "a", bytes(1))).isFalse();
                assertThat(Thread.interrupted()).isTrue();
              });
      assertThat(said).isEmpty();
      assertThat(work.write(WorkArea.CACHE, "a", bytes(1))).isTrue();
    }
  }

  private static String logged(Runnable thing) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      thing.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
