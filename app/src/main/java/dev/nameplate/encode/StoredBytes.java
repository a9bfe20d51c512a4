package dev.nameplate.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Writes numbers and arrays for {@link StripStore stored strips}, in big-endian order, each array
 * with its length before it. For one thread at a time.
 */
public final class StoredBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes a number in four bytes. */
  public StoredBytes put(int number) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    return this;
  }

  /** Writes a number in eight bytes. */
  public StoredBytes put(long number) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  /** Writes bytes. */
  public StoredBytes put(byte[] bytes) {
    put(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Writes numbers in four bytes each. */
  public StoredBytes put(int[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    bytes.asIntBuffer().put(numbers);
    return put(bytes.array());
  }

  /** Writes numbers in eight bytes each. */
  public StoredBytes put(long[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length);
    bytes.asLongBuffer().put(numbers);
    return put(bytes.array());
  }

  /** All that was written, in a new array. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  /**
   * Reads bytes.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  public static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[length(in)];
    in.get(bytes);
    return bytes;
  }

  /**
   * Reads numbers of four bytes.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  public static int[] ints(ByteBuffer in) {
    int length = length(in);
    int[] numbers = new int[length / Integer.BYTES];
    in.asIntBuffer().get(numbers);
    in.position(in.position() + length);
    return numbers;
  }

  /**
   * Reads numbers of eight bytes.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  public static long[] longs(ByteBuffer in) {
    int length = length(in);
    long[] numbers = new long[length / Long.BYTES];
    in.asLongBuffer().get(numbers);
    in.position(in.position() + length);
    return numbers;
  }

  /** Checked before an array of this length is made. */
  private static int length(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new java.nio.BufferUnderflowException();
    }
    return length;
  }
}
