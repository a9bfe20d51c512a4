package dev.nameplate.encode.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A baseline JPEG file split at its markers (ITU-T T.81, annex B): the part before the coded data,
 * and the coded data of each restart interval. Within coded data a byte 0xff is followed by 0x00,
 * so markers are unambiguous.
 *
 * @param head the file up to the first coded byte
 * @param intervals the coded data, without markers
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record JpegScan(byte[] head, List<byte[]> intervals) {
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int RESTARTS = 8;
  private static final int END_OF_IMAGE = 0xd9;

  /** Splits a file of one scan. */
  static JpegScan of(byte[] file) {
    int start = startOfData(file);
    List<byte[]> intervals = new ArrayList<>();
    int from = start;
    for (int at = start; at < file.length - 1; at++) {
      if (file[at] == (byte) 0xff && file[at + 1] != 0) {
        intervals.add(Arrays.copyOfRange(file, from, at));
        from = at + 2;
      }
    }
    return new JpegScan(Arrays.copyOf(file, start), intervals);
  }

  /**
   * The coded data of one strip and the marker that follows: RST0 to RST7 in turn down the picture,
   * EOI behind the last.
   */
  static byte[] withMarker(byte[] interval, int strip, boolean last) {
    byte[] out = Arrays.copyOf(interval, interval.length + 2);
    out[interval.length] = (byte) 0xff;
    out[interval.length + 1] = (byte) (last ? END_OF_IMAGE : FIRST_RESTART + strip % RESTARTS);
    return out;
  }

  private static int startOfData(byte[] file) {
    int at = 2;
    while ((file[at + 1] & 0xff) != START_OF_SCAN) {
      at = behind(file, at);
    }
    return behind(file, at);
  }

  /** The index after the marker segment that begins here. */
  private static int behind(byte[] file, int at) {
    return at + 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
  }
}
