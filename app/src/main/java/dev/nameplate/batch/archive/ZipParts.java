package dev.nameplate.batch.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the files of a job as a ZIP archive (APPNOTE.TXT 6.3): entries are stored, since pictures
 * are compressed already, with their sizes before them and no data descriptor, so that every
 * program opens it while it streams. Equal files give equal bytes. The last entry is {@code
 * manifest.csv}.
 */
public final class ZipParts {
  /** How many files a part has at most; ZIP without its 64-bit extension counts to 65,535. */
  public static final int FILES = 65_000;

  /** How many bytes of files a part has at most, well below 4 GiB. */
  public static final long BYTES = 4_000_000_000L;

  /** What an entry takes beside its file, estimated from above. */
  private static final int ENTRY = 256;

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ZipParts() {}

  /** Counts files into parts. For one thread. */
  public static final class Counter {
    private long files;
    private long bytes;
    private int part = 1;

    /** Returns the part, from 1, that the next file of a length belongs to. */
    public int next(int length) {
      if (files == FILES || bytes + length + ENTRY > BYTES) {
        part++;
        files = 0;
        bytes = 0;
      }
      files++;
      bytes += length + ENTRY;
      return part;
    }

    /** Returns how many parts there are. */
    public int parts() {
      return part;
    }
  }

  /** An archive that is being written. The caller closes the stream below. For one thread. */
  public static final class Writer {
    private final ZipOutputStream zip;
    private final StringBuilder manifest = new StringBuilder("row,file,bytes\r\n");

    /**
     * @param out not closed
     */
    public Writer(OutputStream out) {
      this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      zip.setMethod(ZipOutputStream.STORED);
    }

    /**
     * Adds a file.
     *
     * @throws IOException where the stream takes no more
     */
    public void add(long row, String name, byte[] file) throws IOException {
      put(name, file);
      manifest.append(row).append(',').append(name).append(',').append(file.length).append("\r\n");
    }

    private void put(String name, byte[] file) throws IOException {
      CRC32 crc = new CRC32();
      crc.update(file);
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(TIME);
      entry.setSize(file.length);
      entry.setCompressedSize(file.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(file);
      zip.closeEntry();
    }

    /**
     * Writes the list of files and the directory.
     *
     * @throws IOException where the stream takes no more
     */
    public void finish() throws IOException {
      put("manifest.csv", manifest.toString().getBytes(StandardCharsets.UTF_8));
      zip.finish();
    }
  }
}
