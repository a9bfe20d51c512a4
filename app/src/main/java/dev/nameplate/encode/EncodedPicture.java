package dev.nameplate.encode;

import dev.nameplate.template.Format;
import java.util.List;

/**
 * The bytes of a picture file as a list of pieces, to be sent one after the other.
 *
 * @param parts in the file's order; the arrays are shared with a {@link StripStore} and with other
 *     pictures, so nobody may write to them
 */
public record EncodedPicture(Format format, List<byte[]> parts) {
  public EncodedPicture {
    parts = List.copyOf(parts);
  }

  /**
   * The file's length in bytes.
   *
   * @throws ArithmeticException above 2 GiB
   */
  public int length() {
    return Math.toIntExact(parts.stream().mapToLong(chunk -> chunk.length).sum());
  }

  /** The file in an array of its own, which the caller owns. */
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
   * The same file in one array, which is sent faster than many and shared with no other picture.
   */
  public EncodedPicture inOnePiece() {
    return parts.size() == 1 ? this : new EncodedPicture(format, List.of(toByteArray()));
  }
}
