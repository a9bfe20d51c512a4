package dev.nameplate.batch.file;

import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.UrlForm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A batch in a process of its own, which prints a letter at a row and goes on until it is killed.
 */
final class KilledBatch {
  private KilledBatch() {}

  /** The list, the output and the row. */
  public static void main(String[] words) throws IOException {
    UrlBatch.Job job = ListFixture.job("welcome", ListFixture.options(UrlForm.SEALED));
    long row = Long.parseLong(words[2]);
    boolean[] said = {false};
    FileBatch batch =
        new FileBatch(
            ListFixture.batch(2),
            job,
            position -> {
              if (!said[0] && position.row() >= row) {
                said[0] = true;
                System.out.print('k');
                System.out.flush();
              }
            });
    var unused =
        batch.run(
            ListFile.open(Path.of(words[0]), job.template(), job.options()),
            new OutputTarget(Path.of(words[1]), false, false));
  }
}
