package dev.nameplate.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file of records that is only appended to, for what may not lie on a disk as it is and must
 * outlast its process. A record is there as a whole or not at all: the part of one that an
 * interrupted write leaves at the end is cut off when the file is opened to be written again.
 *
 * <p>A record is a length (4 bytes, big endian), a CRC-32C of all that follows it (4), a label
 * (16), a random nonce (12) and the content, sealed with AES-256-GCM (NIST SP 800-38D). What is
 * authenticated with it are the label, the file's purpose and the record's offset, so that no
 * record can be put into another's place. The label is stored in plain; it must tell nothing of the
 * content. Appended to by one thread at a time, read by any number.
 */
public final class SealedLog implements AutoCloseable {
  /** The length of a label in bytes. */
  public static final int LABEL = 16;

  /** How many bytes a record takes beside its content. */
  public static final int OVERHEAD = 2 * Integer.BYTES + LABEL + 12 + 16;

  /** The largest content of a record, in bytes. */
  public static final int MOST = 256 << 20;

  private static final int HEAD = 2 * Integer.BYTES;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int STEP = 1 << 16;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileChannel channel;
  private final SecretKeySpec key;
  private final byte[] purpose;
  private final Growth growth;
  private long end;

  private SealedLog(FileChannel channel, byte[] key, String purpose, Growth growth) {
    this.channel = channel;
    this.key = new SecretKeySpec(key, "AES");
    this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
    this.growth = growth;
  }

  /** Decides whether a file may grow. */
  public interface Growth {
    /** Every file may grow. */
    Growth FREE = bytes -> {};

    /**
     * Takes bytes of a budget before they are written, or gives them back.
     *
     * @param bytes less than 0 to give back
     * @throws IOException where the budget has not so many
     */
    void grow(long bytes) throws IOException;
  }

  /** Receives the records of a file, in order. */
  public interface Visitor {
    /**
     * Receives a record.
     *
     * @param label 16 bytes, the visitor's own
     * @param offset by which the record is read
     * @param length of the content, in bytes
     */
    void record(byte[] label, long offset, int length);
  }

  /**
   * Opens a file to append to it and to read it; creates it, for its owner alone, where it is
   * missing. Reads it to its end and cuts off a record that is not whole, and all behind it.
   *
   * @param key 32 bytes, copied
   * @param purpose a text that no other file of the key has
   * @param visitor receives every whole record
   * @throws IOException where the file can be neither opened nor created nor read
   */
  public static SealedLog append(
      Path file, byte[] key, String purpose, Growth growth, Visitor visitor) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            attributes);
    SealedLog log = new SealedLog(channel, key, purpose, growth);
    log.visit(visitor, true);
    long torn = channel.size() - log.end;
    if (torn > 0) {
      channel.truncate(log.end);
      growth.grow(-torn);
    }
    return log;
  }

  /**
   * Opens a file to read it. Another process may append to it meanwhile; what that adds later is
   * not seen.
   *
   * @param key 32 bytes, copied
   * @param purpose as when it was written
   * @param visitor receives every record that is there; the contents are not checked before they
   *     are read
   * @throws IOException where there is no such file, or it cannot be read
   */
  public static SealedLog read(Path file, byte[] key, String purpose, Visitor visitor)
      throws IOException {
    SealedLog log =
        new SealedLog(
            FileChannel.open(file, StandardOpenOption.READ),
            key,
            purpose,
            bytes -> {
              throw new IOException("the file is open for reading only");
            });
    log.visit(visitor, false);
    return log;
  }

  private void visit(Visitor visitor, boolean check) throws IOException {
    long size = channel.size();
    long at = 0;
    ByteBuffer head = ByteBuffer.allocate(HEAD + LABEL);
    while (at + OVERHEAD <= size) {
      fill(head.clear(), at);
      int rest = head.getInt();
      int sum = head.getInt();
      if (rest < OVERHEAD - HEAD || rest > MOST + OVERHEAD || at + HEAD + rest > size) {
        break;
      }
      if (check && crc(at + HEAD, rest) != sum) {
        break;
      }
      byte[] label = new byte[LABEL];
      head.get(label);
      visitor.record(label, at, rest - OVERHEAD + HEAD);
      at += HEAD + rest;
    }
    end = at;
  }

  private int crc(long at, int length) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer part = ByteBuffer.allocate(Math.min(STEP, length));
    for (int done = 0; done < length; done += part.capacity()) {
      part.clear().limit(Math.min(part.capacity(), length - done));
      fill(part, at + done);
      crc.update(part);
    }
    return (int) crc.getValue();
  }

  /** Fills a buffer from an offset on and flips it. */
  private void fill(ByteBuffer buffer, long at) throws IOException {
    int start = buffer.position();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position() - start) < 0) {
        throw new EOFException("a sealed log was cut off");
      }
    }
    buffer.flip();
  }

  /**
   * Appends a record with a label of zeros.
   *
   * @return the offset by which it is read
   * @throws IOException where the disk or the budget takes no more; nothing was appended then
   */
  public long append(byte[] content) throws IOException {
    return append(new byte[LABEL], content);
  }

  /**
   * Appends a record. It outlasts the process at once, and a loss of power after {@link #force}.
   *
   * @param label 16 bytes
   * @return the offset by which it is read
   * @throws IOException where the disk or the budget takes no more; nothing was appended then
   */
  public synchronized long append(byte[] label, byte[] content) throws IOException {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, label, nonce, end, ByteBuffer.wrap(content));
    int rest = LABEL + NONCE + sealed.length;
    ByteBuffer record = ByteBuffer.allocate(HEAD + rest);
    record.putInt(rest).putInt(0).put(label).put(nonce).put(sealed);
    CRC32C crc = new CRC32C();
    crc.update(record.array(), HEAD, rest);
    record.putInt(Integer.BYTES, (int) crc.getValue()).flip();
    growth.grow(record.capacity());
    long offset = end;
    try {
      for (long at = offset; record.hasRemaining(); ) {
        at += channel.write(record, at);
      }
    } catch (IOException full) {
      growth.grow(-record.capacity());
      channel.truncate(offset);
      throw full;
    }
    end = offset + record.capacity();
    return offset;
  }

  /**
   * Returns the content of a record, the caller's own.
   *
   * @param offset of the record
   * @throws IOException where there is none, it was altered, or it cannot be read
   */
  public byte[] read(long offset) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    fill(head, offset);
    int rest = head.getInt();
    if (rest < OVERHEAD - HEAD || rest > MOST + OVERHEAD) {
      throw new IOException("a sealed log was altered");
    }
    ByteBuffer record = ByteBuffer.allocate(rest);
    fill(record, offset + HEAD);
    byte[] label = new byte[LABEL];
    byte[] nonce = new byte[NONCE];
    record.get(label).get(nonce);
    return crypt(Cipher.DECRYPT_MODE, label, nonce, offset, record);
  }

  private byte[] crypt(int mode, byte[] label, byte[] nonce, long offset, ByteBuffer from)
      throws IOException {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
      cipher.updateAAD(label);
      cipher.updateAAD(purpose);
      cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(offset).flip());
      byte[] to = new byte[cipher.getOutputSize(from.remaining())];
      cipher.doFinal(from, ByteBuffer.wrap(to));
      return to;
    } catch (GeneralSecurityException altered) {
      throw new IOException("a sealed log was altered, or another key sealed it", altered);
    }
  }

  /** Returns the length of all whole records in bytes: the offset of the next one. */
  public synchronized long length() {
    return end;
  }

  /**
   * Makes what was appended outlast a loss of power.
   *
   * @throws IOException where the disk does not take it
   */
  public void force() throws IOException {
    channel.force(false);
  }

  /** Closes the file, which stays. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
