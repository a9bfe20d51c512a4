package dev.nameplate.batch.job;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Jobs in the work folder, each worked on by one process at a time. */
final class WorkPlace implements JobPlace {
  private final WorkFolder work;
  private final JobKeys keys;
  private final JobTools tools;
  private final WorkJobQueue queue;
  private final PrerenderedPictures prerendered;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  /** A job that is open here, and the time that its rows have taken. */
  private static final class Open {
    private final RunningJob job;
    private final long first;
    private long nanos;

    Open(RunningJob job) {
      this.job = job;
      this.first = job.rowsDone();
    }

    double rate() {
      return nanos == 0 ? 0 : (job.rowsDone() - first) * 1e9 / nanos;
    }
  }

  /**
   * @param work must be usable
   */
  WorkPlace(WorkFolder work, JobKeys keys, JobTools tools, InstantSource clock) {
    this.work = work;
    this.keys = keys;
    this.tools = tools;
    this.queue = new WorkJobQueue(work, clock);
    this.prerendered = new PrerenderedPictures(this::folder);
    queue.all().forEach(prerendered::changed);
  }

  private JobFolder folder(JobSpec spec) {
    return new JobFolder(
        work,
        spec.id(),
        keys.derived(spec.key(), "job " + spec.id()).orElseThrow(UnusableException::noKeys));
  }

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Optional<String> refusal() {
    return Optional.empty();
  }

  @Override
  public void enqueue(NewJob arrived, JobSpec spec, ListPlan plan) throws IOException {
    queue.enqueue(spec);
    arrived.submitted();
  }

  @Override
  public JobQueue.Turn turn(JobSpec spec, BooleanSupplier stopped) throws IOException {
    Open running = opened(spec);
    long start = System.nanoTime();
    boolean done = running.job.turn(stopped, System::nanoTime);
    running.nanos += System.nanoTime() - start;
    var unused = queue.progress(spec.id(), running.job.progress(running.rate()));
    return done ? new JobQueue.Turn.Done() : new JobQueue.Turn.More();
  }

  private Open opened(JobSpec spec) throws IOException {
    Open known = open.get(spec.id());
    if (known != null) {
      return known;
    }
    JobFolder folder = folder(spec);
    Template template =
        tools
            .templates()
            .open(folder.templates(), spec.template())
            .filter(found -> found.digest().equals(spec.version()))
            .orElseThrow(UnusableException::templateGone);
    Open made = new Open(RunningJob.open(spec, folder, tools, template));
    open.put(spec.id(), made);
    made.job.pictures().ifPresent(pictures -> prerendered.drawing(spec, pictures));
    return made;
  }

  @Override
  public void leave(String id) {
    Open known = open.remove(id);
    if (known != null) {
      known.job.close();
    }
  }

  @Override
  public void changed(Job job) {
    prerendered.changed(job);
  }

  @Override
  public Template template(JobSpec spec) throws IOException {
    return tools
        .templates()
        .open(folder(spec).templates(), spec.template())
        .orElseThrow(() -> new IOException("the job's template is gone"));
  }

  @Override
  public JobData data(JobSpec spec) {
    return folder(spec);
  }

  @Override
  public void delete(JobSpec spec) {
    prerendered.forget(spec.id());
    work.path(WorkArea.JOBS, spec.id() + "/template")
        .ifPresent(folder -> tools.templates().forget(folder, spec.version()));
    JobFolder.delete(work, spec.id());
  }

  @Override
  public ResultStore prerendered() {
    return prerendered;
  }

  private static String file(String id, String name) {
    return id + "/" + name + ".json";
  }

  @Override
  public Optional<byte[]> note(String id, String name) {
    return work.read(WorkArea.JOBS, file(id, name));
  }

  @Override
  public boolean keepNote(String id, String name, byte[] note) {
    return work.write(WorkArea.JOBS, file(id, name), note);
  }

  @Override
  public boolean takeTask(String id, String task, Duration time) {
    return true;
  }

  @Override
  public void endTask(String id, String task) {
    // Nobody else has a part in it.
  }

  @Override
  public void close() {
    open.keySet().forEach(this::leave);
    queue.close();
    prerendered.close();
  }
}
