package dev.nameplate.batch.job;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.store.SealedLog;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of a job in the work folder: its list, rows and pictures, sealed, and a copy of its
 * template.
 */
public final class JobFolder implements JobData {
  private static final String TEMPLATE = "/template";

  private final WorkFolder work;
  private final String id;
  private final byte[] key;

  /**
   * @param key of the job: 32 bytes
   */
  public JobFolder(WorkFolder work, String id, byte[] key) {
    this.work = work;
    this.id = id;
    this.key = key.clone();
  }

  private Path path(String name) throws IOException {
    return work.path(WorkArea.JOBS, id + name)
        .orElseThrow(() -> new IOException("there is no work folder that can be used"));
  }

  private SealedLog.Growth growth() {
    return work::grow;
  }

  /** An empty list in a new folder. */
  ListLog newList() throws IOException {
    Path file = path("/list");
    Files.createDirectories(file.resolveSibling("."));
    return ListLog.create(file, key, id, growth());
  }

  /** The list. */
  ListLog list() throws IOException {
    return ListLog.open(path("/list"), key, id);
  }

  @Override
  public ListPlan plan(Template template, JobSpec spec) throws IOException {
    try (ListLog list = list()) {
      return RunningJob.plan(list, template, spec);
    }
  }

  @Override
  public InputStream list(long offset) throws IOException {
    ListLog list = list();
    return new FilterInputStream(list.from(offset)) {
      @Override
      public void close() throws IOException {
        list.close();
      }
    };
  }

  @Override
  public void units(Reader reader) throws IOException {
    try (RowLog rows = readRows()) {
      rows.forEach(reader);
    }
  }

  @Override
  public Pictures pictures() throws IOException {
    return readPictures();
  }

  /** The rows, to add to them. */
  RowLog rows() throws IOException {
    return RowLog.append(path("/rows"), key, id, growth());
  }

  /** The rows as they are now; none where the job has not begun. */
  RowLog readRows() throws IOException {
    Path file = path("/rows");
    if (!Files.exists(file)) {
      RowLog.append(file, key, id, growth()).close();
    }
    return RowLog.read(file, key, id);
  }

  /** The pictures, to add to them. */
  JobPictures newPictures() throws IOException {
    return JobPictures.append(path("/pictures"), key, id, growth());
  }

  /** The pictures as they are now. */
  JobPictures readPictures() throws IOException {
    return JobPictures.read(path("/pictures"), key, id);
  }

  /**
   * Returns where the copy of the template lies, below its id.
   *
   * @throws IOException where there is no work folder
   */
  public Path templates() throws IOException {
    return path(TEMPLATE);
  }

  /**
   * Copies a template.
   *
   * @param files contents by paths relative to the template's folder
   * @throws IOException where the work folder takes no more
   */
  public void pin(String template, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = id + TEMPLATE + "/" + template + "/" + file.getKey();
      if (!work.write(WorkArea.JOBS, name, file.getValue())) {
        throw new IOException("the work folder takes no copy of the template");
      }
    }
  }

  /** Deletes the folder of a job; what cannot be deleted stays. */
  public static void delete(WorkFolder work, String id) {
    Path folder = work.path(WorkArea.JOBS, id).orElse(Path.of(id));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepest) {
        long bytes = Files.isRegularFile(path) ? Files.size(path) : 0;
        Files.deleteIfExists(path);
        work.grow(-bytes);
      }
    } catch (IOException | UncheckedIOException left) {
      return; // The next sweep tries again.
    }
  }
}
