package dev.nameplate.batch.job;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.Chunk;
import dev.nameplate.batch.ChunkReader;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.archive.FileNames;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The jobs of a node: taken, worked on, watched, changed and forgotten. Safe for many threads. */
public final class Jobs implements AutoCloseable {
  private static final int ID_BYTES = 12;

  /** How long a repeated request gives the same job. */
  private static final Duration SAME = Duration.ofHours(24);

  private final WorkFolder work;
  private final JobKeys keys;
  private final JobTools tools;
  private final JobSettings settings;
  private final InstantSource clock;
  private final JobPlace place;
  private final JobQueue queue;
  private final JobRunner runner;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes the jobs of a work folder; nothing is worked on before {@link #start}.
   *
   * @param work must be usable
   * @param clock of retention and of what jobs call the time of their start
   */
  public Jobs(WorkFolder work, JobTools tools, JobSettings settings, InstantSource clock) {
    this(
        work,
        tools,
        settings,
        clock,
        new WorkPlace(work, new JobKeys(tools.ring(), work), tools, clock));
  }

  /**
   * The same for jobs that lie elsewhere; their lists arrive in the work folder.
   *
   * @param place is closed with this
   */
  public Jobs(
      WorkFolder work, JobTools tools, JobSettings settings, InstantSource clock, JobPlace place) {
    this.work = work;
    this.keys = new JobKeys(tools.ring(), work);
    this.tools = tools;
    this.settings = settings;
    this.clock = clock;
    this.place = place;
    this.queue = place.queue();
    this.runner = new JobRunner(place);
    runner.listen(place::changed);
  }

  /**
   * Works on jobs in the background, until {@link #close}.
   *
   * @return this
   */
  public Jobs start() {
    runner.start(settings.atOnce());
    return this;
  }

  /** Gives the next job a turn on the calling thread; false where none can go on now. */
  public boolean turn() {
    return runner.turn();
  }

  /** Tells each change of a job to a listener, which returns at once. */
  public void listen(Consumer<Job> listener) {
    runner.listen(listener);
  }

  /** Returns the pictures of {@link JobMode#PRERENDER} jobs as a store that is only read. */
  public ResultStore prerendered() {
    return place.prerendered();
  }

  /** Returns the limits. */
  public JobSettings settings() {
    return settings;
  }

  /**
   * Begins a job whose list is to arrive.
   *
   * @return what the caller closes
   * @throws JobException where there is no space for another job
   * @throws IOException where the work folder cannot be written
   */
  public NewJob begin() throws IOException {
    place
        .refusal()
        .ifPresent(
            why -> {
              throw new JobException(JobException.Reason.FULL, why);
            });
    if (queue.all().size() >= JobSettings.MOST) {
      throw new JobException(
          JobException.Reason.FULL,
          "there are "
              + JobSettings.MOST
              + " jobs already; delete ended ones, or shorten NAMEPLATE_BATCH_KEEP");
    }
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    byte[] key = keys.derived(keys.current(), "job " + id).orElseThrow(Jobs::noKey);
    byte[] digests = keys.derived(keys.current(), "requests").orElseThrow(Jobs::noKey);
    return new NewJob(
        id,
        new JobFolder(work, id, key),
        settings.maxBytes(),
        JobKeys.mac(digests),
        () -> JobFolder.delete(work, id));
  }

  private static IOException noKey() {
    return new IOException("the work folder's key cannot be read or made");
  }

  /** What became of a request. */
  public record Submitted(Job job, boolean isNew) {}

  /**
   * Makes a job of a list that has arrived.
   *
   * @param arrived is closed
   * @return the job, or that of an equal request of the last 24 hours
   * @throws JobException where the list cannot be used, is too long, or the request's name stood
   *     for another content
   * @throws IOException where the work folder cannot be written
   */
  public Submitted submit(NewJob arrived, NewJob.Order order) throws IOException {
    return submit(arrived, order, () -> {});
  }

  /**
   * Makes a job of a list that has arrived.
   *
   * @param admission is run where the request is not a repeated one; what it throws refuses the job
   * @return as {@link #submit(NewJob, NewJob.Order)}
   */
  public Submitted submit(NewJob arrived, NewJob.Order order, Runnable admission)
      throws IOException {
    try (arrived) {
      arrived.finish();
      Template template = pinned(arrived, order);
      JobSpec draft = spec(arrived, order, template);
      Optional<Job> same = same(draft);
      if (same.isPresent()) {
        return new Submitted(same.get(), false);
      }
      admission.run();
      ListPlan plan = RunningJob.plan(arrived.list(), template, draft);
      JobSpec spec = checked(arrived, order, template, draft, plan);
      place.enqueue(arrived, spec, plan);
      if (order.held()) {
        var unused = queue.change(spec.id(), JobChange.PAUSE);
      }
      Job job = queue.find(spec.id()).orElseThrow();
      runner.changed(job);
      return new Submitted(job, true);
    } catch (ListException unusable) {
      throw new JobException(JobException.Reason.UNUSABLE, unusable.what());
    }
  }

  private Template pinned(NewJob arrived, NewJob.Order order) throws IOException {
    Template template = order.work().template();
    String id = template.id();
    arrived.pin(id, tools.templates().files(template));
    return tools
        .templates()
        .open(arrived.folder().templates(), id)
        .orElseThrow(
            () ->
                new JobException(
                    JobException.Reason.UNUSABLE,
                    "the template is being edited and has faults now; try again"));
  }

  private JobSpec spec(NewJob arrived, NewJob.Order order, Template template) {
    BatchOptions options = order.work().options();
    String content =
        arrived.digest(
            String.join(
                "\n",
                template.digest(),
                options.toString(),
                order.mode().label(),
                order.names().orElse(""),
                order.webhook().orElse("")));
    byte[] digests = keys.derived(keys.current(), "requests").orElseThrow();
    return new JobSpec(
        arrived.id(),
        order.owner(),
        order.counted(),
        order.mode(),
        template.id(),
        template.digest(),
        keys.current(),
        options,
        order.work().signing().signedTemplate(),
        order.names(),
        order.webhook(),
        Instant.ofEpochMilli(clock.millis()),
        arrived.list().length(),
        0,
        new JobSpec.Request(
            order.name().map(name -> JobKeys.hex(digests, "name\n" + name)).orElse(content),
            content));
  }

  /** The job of an equal request; a default name finds none that was ended before it was done. */
  private Optional<Job> same(JobSpec draft) {
    boolean named = !draft.request().name().equals(draft.request().content());
    Optional<Job> same =
        queue.all().stream()
            .filter(job -> job.spec().owner().equals(draft.owner()))
            .filter(job -> job.spec().request().name().equals(draft.request().name()))
            .filter(job -> job.spec().created().plus(SAME).isAfter(draft.created()))
            .filter(
                job ->
                    named
                        || (job.status() != JobStatus.CANCELLED
                            && job.status() != JobStatus.FAILED))
            .findFirst();
    if (same.isPresent()
        && !same.get().spec().request().content().equals(draft.request().content())) {
      throw new JobException(
          JobException.Reason.MISMATCH,
          "this Idempotency-Key came with another list or other options in the last 24 hours");
    }
    return same;
  }

  /** The same with its number of rows, once it is known that the list can be used. */
  private JobSpec checked(
      NewJob arrived, NewJob.Order order, Template template, JobSpec draft, ListPlan plan)
      throws IOException {
    if (draft.mode() == JobMode.PRERENDER && template.isLive()) {
      throw new JobException(
          JobException.Reason.UNUSABLE,
          "pictures of this template show the time, and would be out of date when a mail opens;"
              + " allowed: mode urls or files");
    }
    int unused = FileNames.column(plan, order.names().orElse(""));
    long rows = 0;
    try (InputStream in = arrived.list().from(plan.bodyOffset())) {
      ChunkReader chunks =
          new ChunkReader(
              new RecordSplitter(
                  in, plan.form().dialect(), plan.bodyOffset(), 0, RecordSplitter.MAX_RECORD),
              plan.firstRow(),
              1 << 12);
      for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
        rows += chunk.get().records().stream().filter(RawRecord::isCounted).count();
      }
    }
    if (rows > settings.maxRows()) {
      throw new JobException(
          JobException.Reason.TOO_LARGE,
          "a list has at most "
              + settings.maxRows()
              + " rows here, not "
              + rows
              + " (NAMEPLATE_BATCH_ROWS); split it");
    }
    return new JobSpec(
        draft.id(),
        draft.owner(),
        draft.counted(),
        draft.mode(),
        draft.template(),
        draft.version(),
        draft.key(),
        draft.options(),
        draft.signed(),
        draft.names(),
        draft.webhook(),
        draft.created(),
        draft.bytes(),
        rows,
        draft.request());
  }

  /** Returns a job as it is now; empty where there is none with this id. */
  public Optional<Job> find(String id) {
    return queue.find(id);
  }

  /** Returns all jobs, the newest first. */
  public List<Job> all() {
    return queue.all();
  }

  /**
   * Pauses, resumes or cancels a job; one that has ended stays as it is.
   *
   * @return the job as it is now; empty where there is none with this id
   */
  public Optional<Job> change(String id, JobChange change) {
    Optional<Job> changed = queue.change(id, change);
    changed.ifPresent(runner::changed);
    return changed;
  }

  /**
   * Cancels a job if it has not ended, and deletes everything of it.
   *
   * @return whether it is gone; false where there was none, or its last rows are being worked on
   */
  public boolean delete(String id) {
    Optional<Job> job = change(id, JobChange.CANCEL);
    if (job.isEmpty() || !queue.remove(id)) {
      return false;
    }
    place.delete(job.get().spec());
    return true;
  }

  /** Deletes jobs that ended longer ago than they are kept. */
  public void sweep() {
    Instant oldest = clock.instant().minus(settings.keep());
    for (Job job : queue.all()) {
      if (job.status().isEnded() && job.changed().isBefore(oldest)) {
        boolean unused = delete(job.spec().id());
      }
    }
  }

  /**
   * Returns what comes of a job.
   *
   * @throws IOException where its template or list cannot be read any more
   */
  public JobDownloads downloads(Job job) throws IOException {
    return new JobDownloads(job, place.data(job.spec()), place.template(job.spec()), tools.ring());
  }

  /** Returns where the jobs lie. */
  public JobPlace place() {
    return place;
  }

  /**
   * Returns a key for one use, 32 bytes, derived from the key that seals a job.
   *
   * @return empty where that key is not there any more
   */
  public Optional<byte[]> derivedKey(Job job, String use) {
    return keys.derived(job.spec().key(), use);
  }

  /**
   * Ends after the rows that are being worked on, which are dropped; jobs go on at a next start.
   */
  @Override
  public void close() {
    runner.close();
    place.close();
  }
}
