package dev.nameplate.batch.file;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A list in a file, as it was when it was opened.
 *
 * @param path as it was given
 * @param bytes its length
 * @param lines the number of lines, empty ones included
 * @param plan the facts that were read from its beginning
 * @param stamp by which a later change of the file is noticed
 */
public record ListFile(Path path, long bytes, long lines, ListPlan plan, Stamp stamp) {
  private static final int PRINT = 1 << 16;

  /** What tells a file from the same file after a change: its length, time and identity. */
  record Stamp(long bytes, long modified, Optional<Object> key) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          now.size(), now.lastModifiedTime().toMillis(), Optional.ofNullable(now.fileKey()));
    }
  }

  /**
   * Opens a list: reads the file once for its encoding, and its beginning for the rest. No file
   * remains open.
   *
   * @throws ListException if the path is a folder, or the file cannot be used as a list
   * @throws IOException if the file cannot be read
   */
  public static ListFile open(Path path, Template template, BatchOptions options)
      throws IOException {
    if (Files.isDirectory(path)) {
      throw new ListException("the list is a folder; name the CSV file that lies in it", "no-csv");
    }
    Stamp stamp = Stamp.of(path);
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(DialectSniffer.HEAD);
    }
    EncodingScan scan;
    try (InputStream in = Files.newInputStream(path)) {
      scan = EncodingScan.of(in);
    }
    ListPlan plan = ListPlan.of(head, scan, template, options);
    return new ListFile(path, stamp.bytes(), scan.lines(), plan, stamp);
  }

  /**
   * Returns a new stream of the file from an offset on, which the caller closes.
   *
   * @param offset in bytes, at least 0; the stream is empty from the file's end on
   * @throws IOException if the file cannot be opened
   */
  public InputStream from(long offset) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path);
    return Channels.newInputStream(channel.position(offset));
  }

  /**
   * Sees to it that the file is the one that was opened.
   *
   * @throws ListException where it has changed
   */
  void checkUnchanged() throws IOException {
    if (!Stamp.of(path).equals(stamp)) {
      throw new ListException(
          "the list changed while it was read; wait until nobody writes to it and run again",
          "changed-list");
    }
  }

  /** A digest of the list's beginning and of the 64 KB before an offset. */
  String print(long offset) throws IOException {
    MessageDigest digest = Sha256.start();
    try (InputStream in = from(0)) {
      digest.update(in.readNBytes((int) Math.min(PRINT, offset)));
    }
    try (InputStream in = from(Math.max(0, offset - PRINT))) {
      digest.update(in.readNBytes((int) Math.min(PRINT, offset)));
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
  }
}
