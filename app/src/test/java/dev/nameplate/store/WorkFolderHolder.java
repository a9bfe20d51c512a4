package dev.nameplate.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A process that opens a work folder, writes a journal, prints its path, and is then killed. */
final class WorkFolderHolder {
  private WorkFolderHolder() {}

  /**
   * Holds the folder until it is killed.
   *
   * @param arguments the folder
   */
  public static void main(String... arguments) throws IOException {
    WorkFolder work =
        WorkFolder.open(new WorkSettings(Optional.of(Path.of(arguments[0])), 1 << 20));
    Path journal = work.journals(WorkArea.USAGE).orElseThrow().own("use");
    Files.write(journal, new byte[] {1});
    // Looking at the own lock must not release it.
    work.journals(WorkArea.USAGE).orElseThrow().list("use");
    System.out.println(journal);
    while (System.in.read() >= 0) {
      // Until the test ends it.
    }
    work.close();
  }
}
