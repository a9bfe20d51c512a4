package dev.nameplate.util;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Writes that last over a loss of power once they have returned. */
public final class DurableWrites {
  private DurableWrites() {}

  /**
   * Writes a new file and forces its content to the disk. Its name lasts only after {@link
   * #forceFolder} of its folder.
   *
   * @param file must not exist
   * @param bytes not changed
   * @param attributes of the new file, such as its permissions
   * @throws IOException where it exists or cannot be written; a part of it may then be there
   */
  public static void create(Path file, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /**
   * Forces the names in a folder to the disk, so that a file that was created or renamed there is
   * still there after a loss of power. Does nothing where the system opens no folders.
   */
  public static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOffered) {
      return; // The files themselves are on the disk; some systems open no folders.
    }
  }

  /**
   * Deletes a folder with all that is in it. Links are deleted, not what they lead to.
   *
   * @throws IOException where something cannot be deleted; the rest may then be gone
   */
  public static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
