package dev.nameplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.PictureFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Answers meant to fill the memory or to last for ever: each ends as a picture that is lost. */
final class BombsTest {
  /** A hundred megabytes for the whole program: what a bomb takes is less than that. */
  @Test
  void bombs_andTheLargestPictures_leaveMemoryFlat() throws IOException, InterruptedException {
    Map<String, byte[]> good =
        Map.of(
            "/49-megapixels.png", PictureFiles.blankPng(7000, 7000),
            "/8-megapixels.webp", PictureFiles.webp(3200, 2500, PhotoHost.TEAL),
            "/8-megapixels.jpg", PictureFiles.manyScans(2800, 5),
            "/square.png", PhotoHost.square(PhotoHost.TEAL));
    try (Bombs bombs = new Bombs();
        PhotoHost host =
            new PhotoHost(
                path -> PhotoHost.picture(good.getOrDefault(path, new byte[0])).build())) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx100m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Djava.awt.headless=true",
                  "-cp",
                  classPath(),
                  SmallHeap.class.getName()));
      bombs.addresses().values().forEach(address -> command.add(address.url()));
      command.add("--");
      good.keySet().forEach(path -> command.add(host.url(path)));
      Process small = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream said = small.getInputStream()) {
        assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8))
            .contains(SmallHeap.FLAT)
            .doesNotContain("OutOfMemoryError");
      } finally {
        small.destroyForcibly().waitFor();
      }
    }
  }

  /** Of the tests, also where a launcher loads them by a loader of its own. */
  private static String classPath() {
    return BombsTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> new File(url.getPath()).getPath())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }
}
