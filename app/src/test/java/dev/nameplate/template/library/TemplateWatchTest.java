package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch outlives whatever a look throws. */
final class TemplateWatchTest {
  private static final String TEMPLATE =
      """
      {
        "title": "One",
        "width": 300,
        "height": 100,
        "background": "#ffffff",
        "layers": [{"type": "shape", "shape": "rect", "box": [32, 32, 128, 32], "fill": "#0f766e"}]
      }
      """;

  private static final Duration PAUSE = Duration.ofMillis(20);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @ParameterizedTest
  @ValueSource(
      classes = {OutOfMemoryError.class, StackOverflowError.class, IllegalStateException.class})
  void lookThatThrows_isSaid_andTheNextOneReads(Class<? extends Throwable> kind)
      throws IOException, InterruptedException {
    write("one");
    AtomicInteger failures = new AtomicInteger(2);
    TemplateLibrary library =
        new TemplateLibrary(
            folder,
            List.of(
                template -> {
                  if (template.id().equals("two") && failures.getAndDecrement() > 0) {
                    throw thrown(kind);
                  }
                  return List.of();
                }));
    assertThat(library.all()).hasSize(1);
    CountDownLatch changed = new CountDownLatch(1);
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (TemplateWatch watch = new TemplateWatch(library, PAUSE, changed::countDown)) {
      write("two");
      assertThat(changed.await(20, TimeUnit.SECONDS)).as(watch + " went on").isTrue();
    } finally {
      System.setErr(before);
    }
    assertThat(library.find("two")).isPresent();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("looking for changed templates failed", kind.getSimpleName());
  }

  private static RuntimeException thrown(Class<? extends Throwable> kind) {
    if (kind == OutOfMemoryError.class) {
      throw new OutOfMemoryError("Java heap space");
    }
    if (kind == StackOverflowError.class) {
      throw new StackOverflowError();
    }
    return new IllegalStateException("a check of its own");
  }

  private void write(String id) throws IOException {
    Path template = Files.createDirectories(folder.resolve(id)).resolve("template.json");
    Files.writeString(template, TEMPLATE);
  }
}
