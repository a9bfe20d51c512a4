package dev.nameplate.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts in the work folder: those of several processes, and after crashes at any instant. */
final class JournalUsageStoreTest extends UsageStoreContract {
  private static final UsageKey KEY = key(DAY, "welcome", "shop");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final List<WorkFolder> opened = new ArrayList<>();

  private WorkFolder open() {
    return open(1 << 20);
  }

  private WorkFolder open(long bytes) {
    WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(folder), bytes));
    opened.add(work);
    return work;
  }

  @AfterEach
  void close() {
    opened.forEach(WorkFolder::close);
  }

  @Override
  protected UsageStore store() {
    return new JournalUsageStore(open());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("usage"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals("lock"))
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    return folder.resolve("usage").resolve(name);
  }

  @Test
  void twoProcesses_seeEachOthersCounts_beforeAndAfterPacking() throws IOException {
    WorkFolder first = open();
    UsageStore one = new JournalUsageStore(first);
    UsageStore two = new JournalUsageStore(open());
    one.add(Map.of(KEY, counts(1, 2, 3)));
    two.add(Map.of(KEY, counts(10, 20, 30)));
    for (UsageStore each : List.of(one, two)) {
      assertThat(each.read(DAY, DAY)).containsEntry(KEY, counts(11, 22, 33));
    }
    two.compact(DAY.plusDays(1));
    assertThat(files()).as("the other one's is not touched").hasSize(2);
    assertThat(one.read(DAY, DAY)).containsEntry(KEY, counts(11, 22, 33));
    first.close();
    two.compact(DAY.plusDays(1));
    assertThat(files()).containsExactly("2026-11.txt");
    assertThat(two.read(DAY, DAY)).containsEntry(KEY, counts(11, 22, 33));
  }

  @Test
  void journalOfAProcessThatEnded_isTakenOver_onceOnly() throws IOException {
    WorkFolder first = open();
    new JournalUsageStore(first).add(Map.of(KEY, counts(1, 2, 3)));
    first.close();
    String journal = files().get(0);
    byte[] lines = Files.readAllBytes(file(journal));
    UsageStore later = store();
    later.compact(DAY);
    assertThat(files()).containsExactly("2026-11.txt");
    // As after a crash between the writing of the month and the deletion of the journal.
    Files.write(file(journal), lines);
    assertThat(later.read(DAY, DAY)).containsEntry(KEY, counts(1, 2, 3));
    later.compact(DAY);
    assertThat(files()).containsExactly("2026-11.txt");
    assertThat(later.read(DAY, DAY)).containsEntry(KEY, counts(1, 2, 3));
    later.compact(DAY);
    assertThat(Files.readString(file("2026-11.txt"))).doesNotContain("2026-11-29.9");
  }

  @Test
  void journalThatHasGrown_isReplacedByItsSums() throws IOException {
    UsageStore store = new JournalUsageStore(open(), 500);
    for (int at = 0; at < 1_000; at++) {
      store.add(Map.of(KEY, counts(1, 1, 1)));
    }
    assertThat(Files.size(file(files().get(0)))).isLessThan(1_000);
    assertThat(store.read(DAY, DAY)).containsEntry(KEY, counts(1_000, 1_000, 1_000));
  }

  @Test
  void lineThatACrashCutOff_orADiskDamaged_countsForNothing() throws IOException {
    UsageStore store = store();
    store.add(Map.of(KEY, counts(1, 2, 3)));
    Path journal = file(files().get(0));
    String lines =
        "\0\0\0\0\n2026-13-77\twelcome\tshop\t1\t1\t1\n2026-11-29\twelcome\tshop\t-5\t1\t1\n"
            + "2026-11-29\twelcome\tshop\t1\t1\t99";
    Files.write(journal, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    assertThat(store.read(DAY, DAY)).containsExactly(Map.entry(KEY, counts(1, 2, 3)));
  }

  @Test
  void folderThatIsFull_takesNothing_andLosesNothing() throws IOException {
    UsageStore store = new JournalUsageStore(open(200));
    store.add(Map.of(KEY, counts(1, 2, 3)));
    Map<UsageKey, UsageCounts> more = Map.of(key(DAY, "a".repeat(250), "shop"), counts(1, 1, 1));
    assertThatThrownBy(() -> store.add(more))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NAMEPLATE_WORK_BYTES");
    assertThat(store.read(DAY, DAY)).containsExactly(Map.entry(KEY, counts(1, 2, 3)));
  }
}
