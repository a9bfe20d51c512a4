package dev.nameplate.encode.deflate;

import dev.nameplate.encode.Span;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What tokens and deflate blocks stand for. */
public final class TokenBytes {
  private TokenBytes() {}

  /** Pixels as their bytes, the lowest eight bits of each first. */
  public static byte[] bytes(int[] pixels, Span span, int pixelBytes) {
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
  public static byte[] expanded(byte[] before, int[] tokens, RepeatDistances grid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = Arrays.copyOf(before, before.length + Lz77Tokens.LONGEST * tokens.length);
    int at = before.length;
    for (int token : tokens) {
      if (!Lz77Tokens.isMatch(token) && token < Lz77Tokens.FIRST_RUN) {
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

  private static int distance(int token, RepeatDistances grid) {
    if (Lz77Tokens.isMatch(token)) {
      return Lz77Tokens.distance(token);
    }
    return token < Lz77Tokens.FIRST_COPY ? grid.pixelBytes() : grid.rowBytes();
  }

  private static int length(int token) {
    if (Lz77Tokens.isMatch(token)) {
      return Lz77Tokens.length(token);
    }
    return token - (token < Lz77Tokens.FIRST_COPY ? Lz77Tokens.FIRST_RUN : Lz77Tokens.FIRST_COPY);
  }

  /** The bytes of a run of blocks that ends with a sync flush, as zlib reads it behind others. */
  public static byte[] inflated(byte[] before, byte[] run, int most) throws DataFormatException {
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
