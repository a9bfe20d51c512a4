package dev.nameplate.batch.share;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.job.JobData;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.RowUnit;
import dev.nameplate.batch.share.JobBoard.Part;
import dev.nameplate.store.BlockInputStream;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/** What the board has of a job, opened. */
final class SharedData implements JobData {
  private static final String HEAD = "head";
  private static final String SCAN = "scan";
  private static final String TEMPLATE = "template/";

  private final JobBoard board;
  private final String id;
  private final JobSeal seal;

  SharedData(JobBoard board, String id, JobSeal seal) {
    this.board = board;
    this.id = id;
    this.seal = seal;
  }

  /** Keeps what is known of a list, and the template's files. */
  void keep(byte[] head, EncodingScan scan, Map<String, byte[]> template) throws IOException {
    Map<String, byte[]> fields = new HashMap<>();
    file(fields, HEAD, head);
    file(fields, SCAN, scan.text().getBytes(StandardCharsets.UTF_8));
    template.forEach((path, bytes) -> file(fields, TEMPLATE + path, bytes));
    for (Map.Entry<String, byte[]> field : fields.entrySet()) {
      board.put(id, Part.FILES, Map.of(field.getKey(), field.getValue()));
    }
  }

  private void file(Map<String, byte[]> fields, String name, byte[] bytes) {
    fields.put(name, seal.seal("files/" + name, JobSeal.pack(bytes)));
  }

  private byte[] file(String name) throws IOException {
    return JobSeal.unpack(seal.open("files/" + name, field(Part.FILES, name)));
  }

  private byte[] field(Part part, String name) throws IOException {
    return board
        .get(id, part, name)
        .orElseThrow(() -> new IOException("a part of the job is not in Redis any more"));
  }

  /** The template's files by their paths. */
  Map<String, byte[]> template() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    for (String name : board.fields(id, Part.FILES)) {
      if (name.startsWith(TEMPLATE)) {
        files.put(name.substring(TEMPLATE.length()), file(name));
      }
    }
    return files;
  }

  /** A unit of the list. */
  SharedUnit unit(String name) throws IOException {
    return SharedUnit.open(seal, name, field(Part.ROWS, name));
  }

  /** Seals rows in their final state. */
  byte[] sealed(String unit, RowUnit rows) {
    return seal.seal("done/" + unit, rows.packed());
  }

  /** Seals a picture. */
  byte[] picture(long number, byte[] file) {
    return seal.seal("pictures/" + number, file);
  }

  @Override
  public ListPlan plan(Template template, JobSpec spec) throws IOException {
    String scan = new String(file(SCAN), StandardCharsets.UTF_8);
    return ListPlan.of(file(HEAD), EncodingScan.of(scan), template, spec.options());
  }

  @Override
  public InputStream list(long offset) throws IOException {
    Iterator<String> names =
        board.fields(id, Part.ROWS).stream()
            .filter(name -> HexFormat.fromHexDigitsToLong(name) >= offset)
            .iterator();
    return new BlockInputStream() {
      @Override
      protected byte[] next() throws IOException {
        return names.hasNext() ? unit(names.next()).bytes() : new byte[0];
      }
    };
  }

  @Override
  public void units(Reader reader) throws IOException {
    for (String name : board.fields(id, Part.DONE)) {
      reader.unit(RowUnit.unpacked(seal.open("done/" + name, field(Part.DONE, name))));
    }
  }

  @Override
  public Pictures pictures() {
    return new Pictures() {
      @Override
      public byte[] file(long offset) throws IOException {
        return seal.open("pictures/" + offset, field(Part.PICTURES, Long.toString(offset)));
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
