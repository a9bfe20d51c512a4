package dev.nameplate.encode;

import java.util.List;

/**
 * A finished file as the parts it is joined from; stored parts are shared between pictures and
 * never changed.
 */
public record EncodedPicture(List<byte[]> parts) {
  public EncodedPicture {
    parts = List.copyOf(parts);
  }

  /** The file's length in bytes. */
  public int length() {
    return parts.stream().mapToInt(part -> part.length).sum();
  }

  /** The whole file in one array, which the caller owns. */
  public byte[] toByteArray() {
    byte[] file = new byte[length()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, file, at, part.length);
      at += part.length;
    }
    return file;
  }
}
