package dev.nameplate.batch.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.UrlForm;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.support.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over files, ended at any instant and taken up again. */
final class FileBatchTest {
  private static final int ROWS = 6_000;

  /** So long that a run of all rows writes several checkpoints. */
  private static final String NOTE = "a\nb" + "c".repeat(500);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private static UrlBatch.Job job() {
    return ListFixture.job("welcome", ListFixture.options(UrlForm.SEALED));
  }

  private Path list() throws IOException {
    return list(ROWS);
  }

  private Path list(int rows) throws IOException {
    StringBuilder text = new StringBuilder("name,row,note\r\n");
    Random random = new Random(3);
    for (int row = 0; row < rows; row++) {
      switch (random.nextInt(20)) {
        case 0 -> text.append("\r\n");
        case 1 -> text.append(",,\r\n");
        case 2 -> text.append("too,few\r\n");
        case 3 -> text.append("Ann,\"open\r\n");
        default ->
            text.append("Ann ")
                .append((char) ('A' + row % 26))
                .append(',')
                .append(row)
                .append(",\"" + NOTE + "\"\r\n");
      }
    }
    return Files.write(folder.resolve("people.csv"), text.toString().getBytes(UTF_8));
  }

  private static ListFile open(Path list) throws IOException {
    return ListFile.open(list, job().template(), job().options());
  }

  private OutputTarget target(boolean resume) {
    return new OutputTarget(folder.resolve("out.csv"), resume, false);
  }

  /** Ends a run as an unplugged machine would: at a position, without a word. */
  private static final class Unplugged extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Tally run(Path list, OutputTarget target) throws IOException {
    return new FileBatch(ListFixture.batch(2), job(), position -> {}).run(open(list), target);
  }

  private void unplugged(Path list, OutputTarget target, long afterRows) {
    assertThatThrownBy(
            () ->
                new FileBatch(
                        ListFixture.batch(2),
                        job(),
                        position -> {
                          if (position.row() >= afterRows) {
                            throw new Unplugged();
                          }
                        })
                    .run(open(list), target))
        .isInstanceOf(Unplugged.class);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void run_leavesTheWholeFileAlone() throws IOException {
    Tally tally = run(list(), target(false));
    assertThat(files()).containsExactly("out.csv", "people.csv");
    assertThat(tally.rows()).isEqualTo(ROWS);
    assertThat(ListFixture.sum(tally)).isEqualTo(ROWS);
  }

  @Test
  void interruptedRun_takenUpAgain_givesTheUndisturbedRunsBytesAndCounts() throws IOException {
    Path list = list();
    Tally undisturbed = run(list, target(false));
    byte[] expected = Files.readAllBytes(folder.resolve("out.csv"));
    Files.delete(folder.resolve("out.csv"));
    Random random = new Random(11);
    for (int round = 0; round < 6; round++) {
      unplugged(list, target(false), 1 + random.nextInt(ROWS));
      if (round % 2 == 0) {
        unplugged(list, target(true), ROWS - random.nextInt(150));
      }
      if (round % 3 == 0) {
        Files.write(folder.resolve("out.csv.partial"), new byte[777], StandardOpenOption.APPEND);
      }
      Tally tally = run(list, target(true));
      assertThat(Files.readAllBytes(folder.resolve("out.csv"))).isEqualTo(expected);
      assertThat(tally.json()).isEqualTo(undisturbed.json());
      assertThat(files()).containsExactly("out.csv", "people.csv");
      Files.delete(folder.resolve("out.csv"));
    }
  }

  @Test
  void resume_withNothingToResume_startsFromTheBeginning() throws IOException {
    assertThat(run(list(300), target(true)).rows()).isEqualTo(300);
    Files.delete(folder.resolve("out.csv"));
    Files.write(folder.resolve("out.csv.partial"), new byte[10]);
    Files.write(folder.resolve("out.csv.checkpoint"), "{\"form\": 1, \"jo".getBytes(UTF_8));
    assertThat(run(list(300), target(true)).rows()).isEqualTo(300);
  }

  @Test
  void wholeOutput_thatCouldNotBeRenamed_isRenamedByResume() throws IOException {
    Path list = list(500);
    Path out = folder.resolve("out.csv");
    Files.createDirectories(out.resolve("in the way"));
    assertThatThrownBy(() -> run(list, new OutputTarget(out, false, true)))
        .isInstanceOf(IOException.class);
    assertThat(files()).contains("out.csv.partial", "out.csv.checkpoint");
    Files.delete(out.resolve("in the way"));
    Files.delete(out);
    assertThat(run(list, target(true)).rows()).isEqualTo(500);
    assertThat(files()).containsExactly("out.csv", "people.csv");
    assertThat(Files.readAllLines(out)).hasSizeGreaterThan(500);
  }

  @Test
  void whatIsInTheWay_isNotReplaced_unasked() throws IOException {
    Path list = list();
    unplugged(list, target(false), 4_500);
    assertThatThrownBy(() -> run(list, target(false)))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("interrupted here at row")
        .hasMessageContaining("--resume");
    assertThat(run(list, new OutputTarget(folder.resolve("out.csv"), false, true)).rows())
        .isEqualTo(ROWS);
    assertThatThrownBy(() -> run(list, target(false)))
        .hasMessageContaining("out.csv is there already");
  }

  @Test
  void anotherList_isNotTakenForTheInterruptedRuns() throws IOException {
    Path list = list();
    unplugged(list, target(false), 4_500);
    byte[] bytes = Files.readAllBytes(list);
    bytes[20] = 'X';
    Files.write(list, bytes);
    assertThatThrownBy(() -> run(list, target(true)))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("others than those of the interrupted run");
    assertThat(files()).contains("out.csv.partial", "out.csv.checkpoint");
  }

  @Test
  void listThatChangesWhileItIsRead_isNoOutput() throws IOException {
    Path list = list();
    FileBatch batch =
        new FileBatch(
            ListFixture.batch(2),
            job(),
            position -> {
              try {
                if (position.row() < 900) {
                  Files.writeString(list, "Late,1,x\r\n", StandardOpenOption.APPEND);
                }
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
    assertThatThrownBy(() -> batch.run(open(list), target(false)))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("the list changed while it was read")
        .hasMessageContaining("run again");
    assertThat(files()).containsExactly("people.csv");
  }

  @Test
  void checkpoint_holdsNoValue() throws IOException {
    Path list = list();
    unplugged(list, target(false), 4_500);
    assertThat(Files.readString(folder.resolve("out.csv.checkpoint")))
        .contains("\"states\"")
        .doesNotContain("Ann");
  }

  @Test
  void processKilledAtAnyInstant_isTakenUpAgain() throws Exception {
    Path list = list();
    Tally undisturbed = run(list, target(false));
    assertThat(undisturbed.of(RowState.FAILED)).isPositive();
    byte[] expected = Files.readAllBytes(folder.resolve("out.csv"));
    Files.delete(folder.resolve("out.csv"));
    Random random = new Random(29);
    for (int round = 0; round < 3; round++) {
      Process process = child(list, random.nextInt(ROWS));
      assertThat(process.getInputStream().read()).isEqualTo('k');
      process.destroyForcibly().waitFor();
      var unused = run(list, target(true));
      assertThat(Files.readAllBytes(folder.resolve("out.csv"))).isEqualTo(expected);
      Files.delete(folder.resolve("out.csv"));
    }
  }

  /** A process that runs the batch, and says so when it has come to a row. */
  private Process child(Path list, int row) throws IOException {
    return JavaProcess.of(
            List.of(),
            KilledBatch.class.getName(),
            list.toString(),
            folder.resolve("out.csv").toString(),
            row + "")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
