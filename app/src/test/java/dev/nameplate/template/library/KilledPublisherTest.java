package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.TemplateId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it publishes leaves whole versions alone. */
final class KilledPublisherTest {
  private static final int KILLS = 5;
  private static final int ASSETS = 8;
  private static final int FULL = 7;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path versions;

  /**
   * Publishes until it is killed, and prints a byte for each version; ends with 7 where one cannot
   * be written.
   */
  public static void main(String[] arguments) {
    try {
      publish(arguments);
    } catch (IOException full) {
      System.exit(FULL);
    }
  }

  private static void publish(String... arguments) throws IOException {
    for (int round = 0; ; round++) {
      System.out.write(VersionFolders.add(Path.of(arguments[0]), files("round " + round)) & 1);
      System.out.flush();
    }
  }

  private static Map<String, byte[]> files(String content) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("template.json", content.getBytes(StandardCharsets.UTF_8));
    for (int asset = 0; asset < ASSETS; asset++) {
      files.put("assets/" + asset, (content + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  @Test
  void kill_atAnyInstant_leavesVersionsThatAreWhole() throws Exception {
    Random random = new Random(1);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start("");
      int published = 1 + random.nextInt(8);
      for (int at = 0; at < published; at++) {
        assertThat(process.getInputStream().read()).isNotNegative();
      }
      long until = System.nanoTime() + random.nextInt(5_000_000);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      checkAll();
    }
  }

  @Test
  void diskThatTakesNoMore_leavesTheVersionsThatThereAre_andNothingElse() throws Exception {
    VersionFolders.add(versions, files("round 0"));
    // A file that grows over 8 or 16 KiB, by the shell's unit, cannot be written any more.
    Process process = start("ulimit -f 16; ");
    assertThat(process.waitFor()).isEqualTo(FULL);
    checkAll();
    assertThat(versions).isDirectoryContaining("glob:**/1").isDirectoryNotContaining("glob:**/.*");
    assertThat(VersionFolders.numbers(versions)).containsExactly(1);
  }

  /**
   * @param before what the shell does first
   */
  private Process start(String before) throws IOException, URISyntaxException {
    String classes = folder(VersionFolders.class) + ":" + folder(KilledPublisherTest.class);
    List<String> command =
        List.of(
            "sh",
            "-c",
            before + "exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-cp",
            classes,
            KilledPublisherTest.class.getName(),
            versions.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Path folder(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private void checkAll() throws IOException {
    List<Integer> numbers = VersionFolders.numbers(versions);
    assertThat(numbers).isNotEmpty().startsWith(1).hasSize(numbers.get(numbers.size() - 1));
    for (int number : numbers) {
      Path version = versions.resolve("" + number);
      String content = Files.readString(version.resolve("template.json"));
      assertThat(content).startsWith("round ");
      for (int asset = 0; asset < ASSETS; asset++) {
        assertThat(Files.readString(version.resolve("assets/" + asset)))
            .isEqualTo(content + "x".repeat(40_000));
      }
    }
    assertThat(new FolderTemplateFiles(versions.resolve("..")).versions(new TemplateId("none")))
        .isEmpty();
  }
}
