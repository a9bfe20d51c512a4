package dev.nameplate.batch.file;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.util.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns a list in a file into a file with URLs. Until it is whole the output is called {@code
 * .partial}, and a {@code .checkpoint} beside it says from where a run that was interrupted at any
 * instant goes on; the result is byte for byte that of an undisturbed run.
 */
public final class FileBatch {
  private static final long CHECKPOINT_BYTES = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final UrlBatch batch;
  private final UrlBatch.Job job;
  private final Consumer<BatchPosition> watcher;

  /**
   * @param watcher receives positions as they are reached
   */
  public FileBatch(UrlBatch batch, UrlBatch.Job job, Consumer<BatchPosition> watcher) {
    this.batch = batch;
    this.job = job;
    this.watcher = watcher;
  }

  /**
   * Runs to the end of the list, from the beginning or from where an interrupted run can be
   * resumed, and moves the complete output to its final name.
   *
   * @return the counts of the whole list, including the rows of the interrupted run
   * @throws ListException if an interrupted run or an existing file prevents the start, if the
   *     list, template, keys or options differ from those of the interrupted run, or if the list
   *     cannot be used or changes while it is read
   * @throws IOException if a file cannot be read or written; the run can be resumed then
   */
  public Tally run(ListFile list, OutputTarget target) throws IOException {
    Optional<Checkpoint> found = found(list, target);
    if (found.filter(Checkpoint::complete).isPresent()) {
      return finish(target, found.get().position().tally());
    }
    Tally tally = written(list, target, found);
    return finish(target, tally);
  }

  private Tally written(ListFile list, OutputTarget target, Optional<Checkpoint> found)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(target.partial(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(found.map(at -> at.position().output()).orElse(0L));
      channel.position(channel.size());
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      BatchPosition start =
          found.isPresent() ? found.get().position() : batch.start(job, list.plan(), out);
      Checkpoints checkpoints = new Checkpoints(list, target, channel, out, start);
      Tally tally;
      try (InputStream in = list.from(start.input())) {
        tally = batch.run(job, list.plan(), start, new UrlBatch.Streams(in, out, checkpoints));
      }
      list.checkUnchanged();
      checkpoints.write(checkpoints.last, true);
      return tally;
    } catch (ListException changed) {
      Files.deleteIfExists(target.checkpoint());
      Files.deleteIfExists(target.partial());
      throw changed;
    }
  }

  private static Tally finish(OutputTarget target, Tally tally) throws IOException {
    if (Files.exists(target.partial())) {
      Files.move(
          target.partial(),
          target.out(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(target.checkpoint());
    return tally;
  }

  /** The checkpoint to go on from; empty for a fresh start. */
  private Optional<Checkpoint> found(ListFile list, OutputTarget target) throws IOException {
    Optional<Checkpoint> found = Checkpoint.read(target.checkpoint());
    if (target.resume()) {
      boolean usable =
          found.isPresent()
              && (found.get().complete()
                  || (Files.exists(target.partial())
                      && Files.size(target.partial()) >= found.get().position().output()));
      if (usable) {
        checkSame(list, found.get());
      }
      return found.filter(at -> usable);
    }
    boolean interrupted = found.isPresent() || Files.exists(target.partial());
    if (interrupted && !target.overwrite()) {
      throw new ListException(
          "a run was interrupted here"
              + found.map(at -> " at row " + at.position().row()).orElse("")
              + "; --resume goes on, --overwrite starts over",
          "interrupted-run");
    }
    if (Files.exists(target.out()) && !target.overwrite()) {
      throw new ListException(
          target.out().getFileName() + " is there already; --overwrite replaces it", "file-there");
    }
    Files.deleteIfExists(target.checkpoint());
    return Optional.empty();
  }

  private void checkSame(ListFile list, Checkpoint found) throws IOException {
    boolean same =
        found.job().equals(print())
            && found.bytes() == list.bytes()
            && found.print().equals(list.print(found.position().input()));
    if (!same) {
      throw new ListException(
          "list, template, keys or options are others than those of the interrupted run;"
              + " --overwrite starts over",
          "interrupted-run");
    }
  }

  /** A digest of all that decides the output but the list. */
  private String print() {
    BatchOptions options = job.options();
    MessageDigest digest = Sha256.start();
    for (Object part :
        Arrays.asList(
            job.template().id(),
            job.template().digest()
                + job.template().version().map(number -> "@" + number).orElse(""),
            options.base(),
            options.format(),
            options.scale().label(),
            options.form().map(Enum::name).orElse(""),
            options.columns(),
            options.open(),
            options.expires().map(end -> String.valueOf(end.getEpochSecond())).orElse(""),
            options.limit(),
            options.maxTarget(),
            job.signing().signedTemplate(),
            job.signing().keys())) {
      digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
  }

  /** Writes checkpoints as the output grows. */
  private final class Checkpoints implements UrlBatch.Progress {
    private final ListFile list;
    private final OutputTarget target;
    private final FileChannel channel;
    private final OutputStream out;
    private BatchPosition last;
    private long written;

    Checkpoints(
        ListFile list,
        OutputTarget target,
        FileChannel channel,
        OutputStream out,
        BatchPosition start) {
      this.list = list;
      this.target = target;
      this.channel = channel;
      this.out = out;
      this.last = start;
      this.written = start.output();
    }

    @Override
    public void written(BatchPosition position) throws IOException {
      last = position;
      watcher.accept(position);
      if (position.output() - written >= CHECKPOINT_BYTES) {
        list.checkUnchanged();
        write(position, false);
        written = position.output();
      }
    }

    void write(BatchPosition position, boolean complete) throws IOException {
      out.flush();
      channel.force(false);
      String print = list.print(position.input());
      new Checkpoint(print(), list.bytes(), print, complete, position).write(target.checkpoint());
    }
  }
}
