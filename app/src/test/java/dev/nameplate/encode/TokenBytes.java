package dev.nameplate.encode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What tokens and deflate blocks stand for. */
final class TokenBytes {
  private TokenBytes() {}

  /** Pixels as their bytes, the lowest eight bits of each first. */
  static byte[] bytes(int[] pixels, Span span, int pixelBytes) {
    byte[] bytes = new byte[span.length() * pixelBytes];
    for (int i = 0; i < bytes.length; i++) {
      int shift = Byte.SIZE * (i % pixelBytes);
      bytes[i] = (byte) (pixels[span.from() + i / pixelBytes] >>> shift);
    }
    return bytes;
  }

  /**
   * The bytes that tokens make, behind others.
   *
   * @param grid tells the distances of runs and copies
   */
  static byte[] expanded(byte[] before, int[] tokens, CellGrid grid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = Arrays.copyOf(before, before.length + Tokens.LONGEST * tokens.length);
    int at = before.length;
    for (int token : tokens) {
      if (!Tokens.isMatch(token) && token < Tokens.FIRST_RUN) {
        bytes[at++] = (byte) token;
        continue;
      }
      int distance = distance(token, grid);
      int end = at + length(token);
      for (; at < end; at++) {
        bytes[at] = bytes[at - distance];
      }
    }
    out.write(bytes, before.length, at - before.length);
    return out.toByteArray();
  }

  private static int distance(int token, CellGrid grid) {
    if (Tokens.isMatch(token)) {
      return Tokens.distance(token);
    }
    return token < Tokens.FIRST_COPY ? grid.pixelBytes() : grid.rowBytes();
  }

  private static int length(int token) {
    if (Tokens.isMatch(token)) {
      return Tokens.length(token);
    }
    return token - (token < Tokens.FIRST_COPY ? Tokens.FIRST_RUN : Tokens.FIRST_COPY);
  }

  /** The bytes of a run of blocks that ends with a sync flush, as zlib reads it behind others. */
  static byte[] inflated(byte[] before, byte[] run, int most) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      if (before.length > 0) {
        inflater.setDictionary(before);
      }
      inflater.setInput(run);
      byte[] out = new byte[most + 1];
      int length = inflater.inflate(out);
      if (inflater.getRemaining() > 0 || inflater.finished() || length > most) {
        throw new AssertionError(
            length
                + " bytes made, "
                + inflater.getRemaining()
                + " left over, no more blocks: "
                + inflater.finished());
      }
      return Arrays.copyOf(out, length);
    } finally {
      inflater.end();
    }
  }
}
