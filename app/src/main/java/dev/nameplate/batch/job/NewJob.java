package dev.nameplate.batch.job;

import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.csv.EncodingScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * A job whose list is arriving. It is nothing until {@link Jobs#submit}: what arrived of it is
 * deleted when this is closed. Written by one thread at a time.
 */
public final class NewJob implements AutoCloseable {
  private final String id;
  private final JobFolder folder;
  private final ListLog list;
  private final long most;
  private final Mac content;
  private final Runnable dropped;
  private Map<String, byte[]> pinned = Map.of();
  private boolean submitted;
  private boolean closed;

  /**
   * @param most the longest list in bytes
   * @param content takes the digest of the list
   * @param dropped deletes what arrived
   */
  NewJob(String id, JobFolder folder, long most, Mac content, Runnable dropped) throws IOException {
    this.id = id;
    this.folder = folder;
    this.most = most;
    this.content = content;
    this.dropped = dropped;
    this.list = folder.newList();
  }

  /**
   * What is made of a list.
   *
   * @param work template, options and keys
   * @param mode what is made
   * @param owner whose job it is; empty for a call without a token
   * @param counted whether the URLs count as the owner's
   * @param names the heading of the column of which files get their names; empty for the first
   *     field's
   * @param webhook what is called when it ends
   * @param name the caller's {@code Idempotency-Key}; empty for none
   * @param held whether the job is paused until somebody starts it
   */
  public record Order(
      UrlBatch.Job work,
      JobMode mode,
      String owner,
      boolean counted,
      Optional<String> names,
      Optional<String> webhook,
      Optional<String> name,
      boolean held) {
    /** Returns the same order for a job that is paused until somebody starts it. */
    public Order hold() {
      return new Order(work, mode, owner, counted, names, webhook, name, true);
    }
  }

  /**
   * Appends bytes of the list; the buffer is empty afterwards.
   *
   * @throws JobException where the list is too long
   * @throws IOException where the disk takes no more
   */
  public synchronized void write(ByteBuffer bytes) throws IOException {
    if (closed) {
      return;
    }
    if (list.length() + bytes.remaining() > most) {
      throw new JobException(
          JobException.Reason.TOO_LARGE,
          "a list has at most " + most + " bytes here (NAMEPLATE_BATCH_BYTES); split it");
    }
    content.update(bytes.duplicate());
    list.write(bytes);
  }

  /** Writes what is left of the list. */
  synchronized void finish() throws IOException {
    list.finish();
  }

  /** Keeps the files of the template beside the list. */
  void pin(String template, Map<String, byte[]> files) throws IOException {
    folder.pin(template, files);
    pinned = Map.copyOf(files);
  }

  /** Returns the files of the template, by paths relative to its folder. */
  public Map<String, byte[]> pinned() {
    return pinned;
  }

  /**
   * Returns where the files of the template lie, below its id.
   *
   * @throws IOException where there is no work folder
   */
  public Path templates() throws IOException {
    return folder.templates();
  }

  /**
   * Returns the list from an offset on, once it is whole.
   *
   * @return what the caller closes
   */
  public InputStream from(long offset) {
    return list.from(offset);
  }

  /**
   * Returns the list's first bytes, by which its form is told.
   *
   * @throws IOException where it cannot be read
   */
  public byte[] head() throws IOException {
    return list.head();
  }

  /**
   * Reads the list for its encoding.
   *
   * @throws IOException where it cannot be read
   */
  public EncodingScan scan() throws IOException {
    return list.scan();
  }

  String id() {
    return id;
  }

  JobFolder folder() {
    return folder;
  }

  ListLog list() {
    return list;
  }

  /** The digest of the list and of a text. */
  synchronized String digest(String rest) {
    return HexFormat.of()
        .formatHex(content.doFinal(rest.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  synchronized void submitted() {
    submitted = true;
  }

  /** Deletes the list, unless it was submitted. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      list.close();
    } catch (IOException gone) {
      return; // A later sweep deletes what is left.
    } finally {
      if (!submitted) {
        dropped.run();
      }
    }
  }
}
