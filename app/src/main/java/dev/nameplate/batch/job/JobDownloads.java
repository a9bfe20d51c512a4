package dev.nameplate.batch.job;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.archive.FileNames;
import dev.nameplate.batch.archive.ZipParts;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What comes of a job, made from its sealed rows when it is asked for. */
public final class JobDownloads {
  private final Job job;
  private final JobData data;
  private final Template template;
  private final KeyRing ring;

  /**
   * @param template as the job began with it
   * @param ring the keys of signed and sealed URLs
   */
  JobDownloads(Job job, JobData data, Template template, KeyRing ring) {
    this.ring = ring;
    this.job = job;
    this.data = data;
    this.template = template;
  }

  /** Returns whether the list is JSON Lines; else it is CSV. */
  public boolean isJsonLines() throws IOException {
    return plan().form().dialect().jsonLines();
  }

  /**
   * Returns the name of the encoding of the list.
   *
   * @throws IOException where the list cannot be read
   */
  public String encoding() throws IOException {
    return plan().form().dialect().encoding().label();
  }

  /**
   * Returns what was found in the list, a line each: how it is written, which column fills which
   * field, what is odd. No value of a recipient but headings.
   *
   * @throws IOException where the list cannot be read
   */
  public List<String> facts() throws IOException {
    ListPlan plan = plan();
    List<String> facts = new ArrayList<>(plan.sniffed().proofs());
    facts.addAll(plan.map().lines());
    facts.addAll(plan.warnings());
    return facts;
  }

  /** Makes a report of a list. */
  public interface Auditor {
    /**
     * Reads a list and says what is wrong with it.
     *
     * @param body of the list from {@code plan.bodyOffset()} on; not closed
     * @return the report, an HTML document
     * @throws IOException where the list cannot be read
     */
    String report(UrlBatch.Job work, ListPlan plan, InputStream body) throws IOException;
  }

  /**
   * Returns what is wrong with the list, whatever of it is done. Nothing is written.
   *
   * @throws IOException where the list cannot be read
   */
  public String report(Auditor auditor) throws IOException {
    UrlBatch.Job work =
        new UrlBatch.Job(
            template, job.spec().options(), new RowUrls.Signing(ring, job.spec().signed()));
    ListPlan plan = plan();
    try (InputStream in = data.list(plan.bodyOffset())) {
      return auditor.report(work, plan, in);
    }
  }

  private ListPlan plan() throws IOException {
    return data.plan(template, job.spec());
  }

  /**
   * Writes the rows so far with the columns of {@link dev.nameplate.batch.OwnCells}.
   *
   * @param out not closed
   * @throws IOException where the rows cannot be read, or the stream takes no more
   */
  public void results(OutputStream out) throws IOException {
    out.write(plan().head());
    data.units(unit -> out.write(unit.bytes()));
  }

  /**
   * Writes the rows that failed so far, with their headings and notes, as a list that can be
   * corrected and sent again.
   *
   * @param out not closed
   * @throws IOException where the rows cannot be read, or the stream takes no more
   */
  public void failed(OutputStream out) throws IOException {
    out.write(plan().head());
    data.units(
        unit -> {
          for (int at = 0; at < unit.failed().size(); at += 2) {
            int start = unit.failed().get(at);
            out.write(unit.bytes(), start, unit.failed().get(at + 1) - start);
          }
        });
  }

  /**
   * Returns how many archives the files so far make; 1 where there are none.
   *
   * @throws IOException where the rows cannot be read
   */
  public int parts() throws IOException {
    ZipParts.Counter counter = new ZipParts.Counter();
    data.units(
        unit -> {
          for (RowUnit.File file : unit.files()) {
            int unused = counter.next(file.length());
          }
        });
    return counter.parts();
  }

  /**
   * Writes one archive of the files so far.
   *
   * @param part from 1 to {@link #parts}
   * @param out not closed
   * @throws IOException where the files cannot be read, or the stream takes no more
   */
  public void zip(int part, OutputStream out) throws IOException {
    ZipParts.Counter counter = new ZipParts.Counter();
    ZipParts.Writer zip = new ZipParts.Writer(out);
    try (JobData.Pictures pictures = data.pictures()) {
      data.units(
          unit -> {
            for (RowUnit.File file : unit.files()) {
              if (counter.next(file.length()) == part) {
                zip.add(file.row(), name(file), pictures.file(file.offset()));
              }
            }
          });
    }
    zip.finish();
  }

  /**
   * Writes the files so far into a folder, which is created where it is missing, and a {@code
   * manifest.csv} beside them. Files that are there are replaced.
   *
   * @throws IOException where the files cannot be read, or the disk takes no more
   */
  public void files(Path target) throws IOException {
    Set<Path> made = new HashSet<>();
    StringBuilder manifest = new StringBuilder("row,file,bytes\r\n");
    Files.createDirectories(target);
    try (JobData.Pictures pictures = data.pictures()) {
      data.units(
          unit -> {
            for (RowUnit.File file : unit.files()) {
              Path path = target.resolve(name(file));
              Path parent = path.resolveSibling(".").normalize();
              if (made.add(parent)) {
                Files.createDirectories(parent);
              }
              Files.write(path, pictures.file(file.offset()));
              manifest.append(file.row() + "," + name(file) + "," + file.length() + "\r\n");
            }
          });
    }
    Files.writeString(target.resolve("manifest.csv"), manifest);
  }

  private String name(RowUnit.File file) {
    return FileNames.of(file.row(), file.slug(), job.spec().options().format());
  }
}
