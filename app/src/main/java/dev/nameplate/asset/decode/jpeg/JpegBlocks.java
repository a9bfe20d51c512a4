package dev.nameplate.asset.decode.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Checks that a JPEG is complete (ITU-T T.81). It is if it has every block, whatever markers are
 * missing. If the end marker is missing and the file has several scans, every bit of every
 * coefficient must be there too, since nothing else shows that no scan is missing.
 */
public final class JpegBlocks {
  private static final int CODES = 0xc4;
  private static final int INTERVAL = 0xdd;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int COEFFICIENTS = 64;
  private static final int NEVER = 99;

  private final byte[] file;
  private final boolean isEnded;
  private final BooleanSupplier isLate;
  private final List<Optional<HuffmanTable>> tables = new ArrayList<>();
  private JpegFrame frame = new JpegFrame(0, 1, 1, new int[0], new int[0], new int[0]);
  private long[][] known = new long[0][0];
  private int[][] low = new int[0][0];
  private int interval;

  /**
   * @param scans the file
   * @param isLate whether the deadline has passed; called once for each row of blocks
   */
  public JpegBlocks(JpegScans scans, BooleanSupplier isLate) {
    this.file = scans.file();
    this.isEnded = scans.isEnded();
    this.isLate = isLate;
    for (int i = 0; i < 8; i++) {
      tables.add(Optional.empty());
    }
  }

  /**
   * Reads all scans. May be called once.
   *
   * @throws JpegException if blocks or scans are missing, the file is damaged, or the deadline has
   *     passed
   */
  public void check() {
    ByteBuffer jpeg = ByteBuffer.wrap(file);
    int at = 2;
    while (at + 4 <= file.length && (file[at + 1] & 0xff) != END) {
      int marker = file[at + 1] & 0xff;
      int length = 2 + Short.toUnsignedInt(jpeg.getShort(at + 2));
      ByteBuffer body = jpeg.slice(at + 4, length - 4);
      at += length;
      if (JpegFrame.isFrame(marker)) {
        start(JpegFrame.of(marker, body));
      } else if (marker == CODES) {
        codes(body);
      } else if (marker == INTERVAL && body.remaining() >= 2) {
        interval = Short.toUnsignedInt(body.getShort(0));
      } else if (marker == SCAN) {
        at = scan(JpegScanHeader.of(body, frame, tables), at);
      }
    }
    checkCoverage();
  }

  private void start(JpegFrame header) {
    frame = header;
    known = new long[header.components()][];
    low = new int[header.components()][COEFFICIENTS];
    for (int i = 0; i < known.length; i++) {
      known[i] = new long[header.isProgressive() ? across(i) * down(i) : 0];
      Arrays.fill(low[i], NEVER);
    }
  }

  private int across(int component) {
    return frame.unitsAcross() * frame.across()[component];
  }

  private int down(int component) {
    return frame.unitsDown() * frame.down()[component];
  }

  private void codes(ByteBuffer body) {
    while (body.remaining() > 16) {
      int number = body.get();
      int index = ((number & 0x10) >> 2) | (number & 3);
      tables.set(index, Optional.of(new HuffmanTable(body)));
    }
  }

  private int scan(JpegScanHeader scan, int start) {
    EntropyReader data = new EntropyReader(file, start);
    BlockReader blocks = new BlockReader(data, scan, frame.isProgressive());
    boolean isAlone = scan.components().length == 1;
    int first = scan.components()[0];
    int across = isAlone ? frame.blocksAcross(first) : frame.unitsAcross();
    int down = isAlone ? frame.blocksDown(first) : frame.unitsDown();
    int done = 0;
    for (int y = 0; y < down; y++) {
      if (isLate.getAsBoolean()) {
        throw new JpegException("the file was not decoded in time");
      }
      for (int x = 0; x < across; x++) {
        if (interval > 0 && done > 0 && done % interval == 0) {
          blocks.restart((done / interval - 1) % 8);
        }
        if (isAlone) {
          block(blocks, 0, first, y * across(first) + x);
        } else {
          unit(blocks, scan.components(), x, y);
        }
        done++;
      }
    }
    for (int component : scan.components()) {
      for (int k = scan.from(); k <= scan.to(); k++) {
        low[component][k] = scan.low();
      }
    }
    return data.end();
  }

  private void unit(BlockReader blocks, int[] components, int x, int y) {
    for (int member = 0; member < components.length; member++) {
      int component = components[member];
      int wide = frame.across()[component];
      int high = frame.down()[component];
      for (int i = 0; i < wide * high; i++) {
        int row = y * high + i / wide;
        block(blocks, member, component, row * across(component) + x * wide + i % wide);
      }
    }
  }

  private void block(BlockReader blocks, int member, int component, int index) {
    if (frame.isProgressive()) {
      known[component][index] = blocks.read(member, known[component][index]);
    } else {
      blocks.read(member, 0);
    }
  }

  private void checkCoverage() {
    for (int[] component : low) {
      for (int k = 0; k < COEFFICIENTS; k++) {
        boolean isMissing = k == 0 && component[k] == NEVER;
        if (isMissing || (!isEnded && component[k] != 0)) {
          throw new JpegException("the JPEG breaks off before its last scan");
        }
      }
    }
  }
}
