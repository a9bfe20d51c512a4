package dev.nameplate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.config.MemoryBudget;
import dev.nameplate.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node sees of its machine in the files of control groups, and says of it. */
final class MachineTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final Settings SETTINGS = Settings.read(Map.of(), Map.of());

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Machine read() {
    return Machine.read(folder.resolve("own"), folder.resolve("groups"));
  }

  @Test
  void version2_theLeastOfTheGroupAndThoseAbove() throws IOException {
    write("own", "0::/pods/one\n");
    write("groups/memory.max", "max\n");
    write("groups/pods/memory.max", "536870912\n");
    write("groups/pods/one/memory.max", "1073741824\n");
    write("groups/pods/one/cpu.max", "25000 100000\n");
    assertThat(read().memory()).hasValue(512 * MEBIBYTE);
    assertThat(read().quota()).hasValue(0.25);
  }

  @Test
  void version1_hasAFolderForEachController() throws IOException {
    write("own", "4:memory:/box\n2:cpu,cpuacct:/box\n1:name=systemd:/\n");
    write("groups/memory/box/memory.limit_in_bytes", "268435456\n");
    write("groups/cpu,cpuacct/box/cpu.cfs_quota_us", "150000\n");
    write("groups/cpu,cpuacct/box/cpu.cfs_period_us", "100000\n");
    assertThat(read().memory()).hasValue(256 * MEBIBYTE);
    assertThat(read().quota()).hasValue(1.5);
  }

  @Test
  void noLimit_andNothingToRead_areNoLimit() throws IOException {
    assertThat(read().memory()).isEmpty();
    assertThat(read().quota()).isEmpty();
    write("own", "0::/\n4:memory:/\nnonsense\n");
    write("groups/memory.max", "max\n");
    write("groups/cpu.max", "max 100000\n");
    write("groups/memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertThat(read().memory()).isEmpty();
    assertThat(read().quota()).isEmpty();
  }

  @Test
  void lines_sayWhatThereIs() {
    Machine quarter =
        new Machine(1, OptionalDouble.of(0.25), OptionalLong.of(512 * MEBIBYTE), 240 * MEBIBYTE);
    assertThat(quarter.words(SETTINGS, SETTINGS))
        .singleElement()
        .asString()
        .startsWith(
            "This node has 1 core (its control group allows 0.25), 512 MiB of memory, a heap of"
                + " 240 MiB; it draws ");
    Machine all = new Machine(2, OptionalDouble.empty(), OptionalLong.empty(), 240 * MEBIBYTE);
    assertThat(all.words(SETTINGS, SETTINGS).get(0))
        .startsWith("This node has 2 cores, memory without a limit, a heap of 240 MiB; ");
  }

  @Test
  void tooLittle_isSaid_andCachesFit() {
    long heap = 120 * MEBIBYTE;
    Settings fitted = MemoryBudget.fit(SETTINGS, heap);
    assertThat(MemoryBudget.caches(fitted)).isBetween((long) (heap * 0.6), (long) (heap * 0.65));
    assertThat(fitted.serve().cacheBytes()).isLessThan(SETTINGS.serve().cacheBytes());
    assertThat(fitted.http()).isEqualTo(SETTINGS.http());
    Machine small = new Machine(1, OptionalDouble.empty(), OptionalLong.of(128 * MEBIBYTE), heap);
    assertThat(small.words(SETTINGS, fitted))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("MiB together, more than this heap"))
        .anySatisfy(line -> assertThat(line).contains("MiB more than the control group allows"));
    assertThat(MemoryBudget.fit(SETTINGS, 240 * MEBIBYTE))
        .as("the heap of nameplate.args holds the defaults")
        .isSameAs(SETTINGS);
  }
}
