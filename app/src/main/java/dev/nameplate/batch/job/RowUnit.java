package dev.nameplate.batch.job;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.ChunkRows;
import dev.nameplate.batch.archive.FileNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Consecutive rows in their final state: a checkpoint and a part of the results in one record, so
 * that both are there or neither is. It holds recipients' data: {@code toString} has the row alone.
 *
 * @param position from where the job goes on after these rows, with the counts of all rows before
 * @param pictures how many different pictures were drawn by then, some for rows that follow
 * @param bytes the rows with the columns of {@link dev.nameplate.batch.OwnCells}
 * @param failed where in the bytes rows lie that failed: a start and an end by turns
 * @param files the picture of each row that has one; empty for a job without files
 */
@SuppressWarnings("ArrayRecordComponent") // Written out, never compared.
public record RowUnit(
    BatchPosition position, long pictures, byte[] bytes, List<Integer> failed, List<File> files) {
  public RowUnit {
    failed = List.copyOf(failed);
    files = List.copyOf(files);
  }

  /**
   * The picture of a row. It holds a recipient's data.
   *
   * @param row its number, as a spreadsheet counts rows
   * @param slug what its name says; may be empty
   * @param offset by which the picture is read, see {@link JobData.Pictures}
   * @param length of the picture in bytes
   */
  public record File(long row, String slug, long offset, int length) {
    @Override
    public String toString() {
      return "File[" + row + "]";
    }
  }

  /**
   * Returns the files of rows that have a picture.
   *
   * @param drawn by the numbers of their rows
   * @param names what the files' names say
   */
  public static List<File> files(
      List<ChunkRows.Row> rows, Map<Long, RowPictures.Drawn> drawn, FileNames.Slugs names) {
    List<File> files = new ArrayList<>();
    for (ChunkRows.Row row : rows) {
      Optional.ofNullable(drawn.get(row.number()))
          .flatMap(RowPictures.Drawn::kept)
          .ifPresent(
              kept ->
                  files.add(
                      new File(
                          row.number(),
                          names.of(row.read().cells()),
                          kept.offset(),
                          kept.length())));
    }
    return files;
  }

  /** Returns the unit as bytes, compressed. */
  public byte[] packed() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 256);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
      out.writeLong(position.input());
      out.writeLong(position.output());
      out.writeLong(position.row());
      out.writeInt(position.lookaheads());
      out.writeLong(pictures);
      block(out, JobJson.bytes(position.tally()));
      block(out, bytes);
      out.writeInt(failed.size());
      for (int at : failed) {
        out.writeInt(at);
      }
      out.writeInt(files.size());
      for (File file : files) {
        out.writeLong(file.row());
        out.writeUTF(file.slug());
        out.writeLong(file.offset());
        out.writeInt(file.length());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void block(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #packed} wrote.
   *
   * @throws IOException where it is no such unit
   */
  public static RowUnit unpacked(byte[] packed) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      long input = in.readLong();
      long output = in.readLong();
      long row = in.readLong();
      int lookaheads = in.readInt();
      long pictures = in.readLong();
      BatchPosition position =
          new BatchPosition(input, output, row, lookaheads, JobJson.tally(block(in)));
      byte[] bytes = block(in);
      List<Integer> failed = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        failed.add(in.readInt());
      }
      List<File> files = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        files.add(new File(in.readLong(), in.readUTF(), in.readLong(), in.readInt()));
      }
      return new RowUnit(position, pictures, bytes, failed, files);
    }
  }

  private static byte[] block(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  @Override
  public String toString() {
    return "RowUnit[" + position.row() + "]";
  }
}
