package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.store.SealedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A list that a caller sends: in memory up to the size of other calls' bodies, and from there on in
 * a sealed file. Written by one thread at a time, then read by another; closed by any.
 */
final class SpooledBody implements BodySink {
  private final long most;
  private final LongFunction<Optional<SealedFile>> files;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private Optional<SealedFile> file = Optional.empty();
  private boolean closed;

  /**
   * @param most bytes at most
   * @param files makes a file for so many bytes
   */
  SpooledBody(long most, LongFunction<Optional<SealedFile>> files) {
    this.most = most;
    this.files = files;
  }

  /**
   * Appends bytes.
   *
   * @throws ApiException where they are too many, or the disk takes them not
   */
  @Override
  public synchronized void write(ByteBuffer bytes) {
    if (closed) {
      return;
    }
    if (length() + bytes.remaining() > most) {
      throw tooLarge(most);
    }
    try {
      if (file.isEmpty() && memory.size() + bytes.remaining() > BodyHandler.MOST) {
        SealedFile made = files.apply(most).orElseThrow(SpooledBody::noRoom);
        file = Optional.of(made);
        made.write(ByteBuffer.wrap(memory.toByteArray()));
        memory = new ByteArrayOutputStream();
      }
      if (file.isPresent()) {
        file.get().write(bytes);
      } else {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        memory.writeBytes(part);
      }
    } catch (IOException full) {
      throw noRoom();
    }
  }

  /** What is said of a list that is too large. */
  static ApiException tooLarge(long most) {
    return ApiException.of(
        ErrorCode.BODY_TOO_LARGE,
        "a list has at most "
            + most
            + " bytes here (NAMEPLATE_LIST_BYTES). POST /v1/batches takes longer ones, and"
            + " nameplate batch those of any length");
  }

  private static ApiException noRoom() {
    return ApiException.of(
        ErrorCode.OVERLOADED,
        "the work folder takes no list of more than "
            + BodyHandler.MOST
            + " bytes now; see NAMEPLATE_WORK and NAMEPLATE_WORK_BYTES");
  }

  /**
   * Writes what is left; afterwards the body is read.
   *
   * @throws ApiException where the disk does not take it
   */
  @Override
  public synchronized void finish() {
    try {
      if (file.isPresent()) {
        file.get().finish();
      }
    } catch (IOException full) {
      throw noRoom();
    }
  }

  /** How many bytes have come. */
  synchronized long length() {
    return file.map(SealedFile::length).orElseGet(() -> (long) memory.size());
  }

  /** A new stream of all of it. */
  synchronized InputStream open() {
    return file.map(SealedFile::open)
        .orElseGet(() -> new ByteArrayInputStream(memory.toByteArray()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    file.ifPresent(SealedFile::close);
    memory = new ByteArrayOutputStream();
  }
}
