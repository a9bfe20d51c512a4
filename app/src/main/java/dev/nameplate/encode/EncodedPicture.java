package dev.nameplate.encode;

import dev.nameplate.template.Format;
import java.util.List;

/**
 * A picture file as a list of byte arrays.
 *
 * @param format of the file
 * @param parts to be concatenated in this order; the arrays are shared with a {@link StripStore}
 *     and with other pictures, so nobody may write to them
 * @param effort of its compression; {@link Effort#FAST} if more time would give fewer bytes
 */
public record EncodedPicture(Format format, List<byte[]> parts, Effort effort) {
  public EncodedPicture {
    parts = List.copyOf(parts);
  }

  /** A file compressed at best effort. */
  public EncodedPicture(Format format, List<byte[]> parts) {
    this(format, parts, Effort.BEST);
  }

  /** The same file, marked with an effort. */
  public EncodedPicture at(Effort effort) {
    return new EncodedPicture(format, parts, effort);
  }

  /** Whether it was compressed fast: the same pixels can be had in fewer bytes. */
  public boolean isProvisional() {
    return effort == Effort.FAST;
  }

  /**
   * The file's length in bytes.
   *
   * @throws ArithmeticException if it exceeds 2 GiB
   */
  public int length() {
    return Math.toIntExact(parts.stream().mapToLong(chunk -> chunk.length).sum());
  }

  /**
   * The file in a new array, which the caller owns.
   *
   * @throws ArithmeticException if it exceeds 2 GiB
   */
  public byte[] toByteArray() {
    byte[] file = new byte[length()];
    int at = 0;
    for (byte[] chunk : parts) {
      System.arraycopy(chunk, 0, file, at, chunk.length);
      at += chunk.length;
    }
    return file;
  }

  /**
   * The same file in a single array, which is sent faster than several ones.
   *
   * @return this object if it has one part, else one whose array is shared with no other picture
   */
  public EncodedPicture inOnePiece() {
    return parts.size() == 1 ? this : new EncodedPicture(format, List.of(toByteArray()), effort);
  }
}
