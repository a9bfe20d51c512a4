package dev.nameplate.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file for what may not lie on a disk as it is: written once, then read as often as needed, and
 * gone when it is closed or its process ends, however it ends. Its blocks of 64 KiB are sealed with
 * AES-256-GCM (NIST SP 800-38D) under a key that is in memory alone and seals no other file.
 * Written by one thread, then read by others.
 */
public final class SealedFile implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final int TAG = 16;
  private static final int NONCE = 12;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final FileChannel channel;
  private final SecretKeySpec key;
  private final Runnable closed;
  private final Cipher sealing;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private long blocks;
  private long length;

  private SealedFile(FileChannel channel, Runnable closed) {
    byte[] random = new byte[SealingKey.BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "AES");
    this.sealing = cipher();
    this.channel = channel;
    this.closed = closed;
  }

  /**
   * Creates the file, which only its owner may read. On POSIX systems it has no name any more once
   * this returns.
   *
   * @param closed run once when the file is closed
   * @throws IOException where there is a file of that name, or it cannot be created
   */
  static SealedFile create(Path file, Runnable closed) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new SealedFile(FileChannel.open(file, options, attributes), closed);
  }

  /**
   * Appends bytes; the buffer is empty afterwards.
   *
   * @throws IOException where the disk takes no more
   */
  public void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int part = Math.min(block.remaining(), bytes.remaining());
      block.put(bytes.slice(bytes.position(), part));
      bytes.position(bytes.position() + part);
      length += part;
      if (!block.hasRemaining()) {
        seal();
      }
    }
  }

  /**
   * Writes what is left. Afterwards the file is read, and not written any more.
   *
   * @throws IOException where the disk takes no more
   */
  public void finish() throws IOException {
    if (block.position() > 0) {
      seal();
    }
  }

  /** Returns how many bytes were written, without what sealing adds. */
  public long length() {
    return length;
  }

  /** Returns a new stream of all bytes; it fails with {@link IOException} once this is closed. */
  public InputStream open() {
    return new Opened();
  }

  /** Deletes the file. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      try {
        channel.close();
      } catch (IOException gone) {
        return; // Nothing of it can be read: its key is forgotten.
      } finally {
        closed.run();
      }
    }
  }

  private void seal() throws IOException {
    block.flip();
    ByteBuffer sealed = ByteBuffer.wrap(crypt(sealing, Cipher.ENCRYPT_MODE, blocks, block));
    long at = blocks * (BLOCK + TAG);
    while (sealed.hasRemaining()) {
      at += channel.write(sealed, at);
    }
    blocks++;
    block.clear();
  }

  /** A block in or out; its number is its nonce, which no other block of the key has. */
  private byte[] crypt(Cipher cipher, int mode, long number, ByteBuffer from) throws IOException {
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(number).array();
    try {
      cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
      byte[] to = new byte[cipher.getOutputSize(from.remaining())];
      cipher.doFinal(from, ByteBuffer.wrap(to));
      return to;
    } catch (GeneralSecurityException altered) {
      throw new IOException("a sealed file was altered", altered);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance(CIPHER);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has " + CIPHER, absent);
    }
  }

  /** The blocks one after the other. */
  private final class Opened extends BlockInputStream {
    private final Cipher opening = cipher();
    private long next;

    @Override
    protected byte[] next() throws IOException {
      if (next == blocks) {
        return new byte[0];
      }
      long before = next * BLOCK;
      ByteBuffer sealed = ByteBuffer.allocate((int) Math.min(BLOCK, length - before) + TAG);
      while (sealed.hasRemaining()) {
        if (channel.read(sealed, next * (BLOCK + TAG) + sealed.position()) < 0) {
          throw new IOException("a sealed file was cut off");
        }
      }
      byte[] plain = crypt(opening, Cipher.DECRYPT_MODE, next, sealed.flip());
      next++;
      return plain;
    }
  }
}
