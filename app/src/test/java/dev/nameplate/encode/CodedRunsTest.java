package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.SeededPictures.Pair;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own deflate writer puts is what zlib reads. */
final class CodedRunsTest {
  private static final int SEEDS = 150;

  static Stream<Pair> pairs() {
    return SeededPictures.pairs(SEEDS, true);
  }

  /** All changed strips in one run: code lengths, literals, matches, copied bits and the end. */
  @ParameterizedTest
  @MethodSource("pairs")
  void changedStrips_spliced_inflateToTheFilteredRows(Pair pair) throws DataFormatException {
    Pixels base = Pixels.of(pair.base());
    Pixels picture = Pixels.of(pair.picture());
    PngColour colour = PngColour.trueColour(base.hasAlpha());
    Span strips = new Span(0, base.strips().count());
    PngRows own = new PngRows(Rows.of(base), colour);
    CodedBand band = new BandLearner().learn(own, own, strips);
    Rows painted = new Rows(picture, base, pair.changed());
    PngRows rows = new PngRows(painted, colour);
    PngStripStore.Variant variant = new PngStripStore.Variant(colour, new byte[0], List.of());
    PngSplice splice = new PngSplice(variant, rows, ChangedCells.of(painted, rows.grid()));
    PngPiece piece = new BandSplicer().splice(band, splice, strips);
    byte[] filtered = inflated(piece.chunk());
    assertThat(filtered).isEqualTo(filtered(rows, band));
    assertThat(piece.sum()).isEqualTo(AdlerSum.of(filtered, 0, filtered.length));
  }

  @Test
  void strips_thatDiffer_areAllFound() {
    SeededPictures.pairs(SEEDS, true)
        .forEach(
            pair -> {
              Pixels base = Pixels.of(pair.base());
              Rows rows = new Rows(Pixels.of(pair.picture()), base, pair.changed());
              int pixelBytes = base.hasAlpha() ? 4 : 3;
              CellGrid grid = new CellGrid(base.width(), pixelBytes);
              BitSet found = ChangedCells.of(rows, grid).strips();
              assertThat(differing(pair))
                  .as(pair.name())
                  .isSubsetOf(found.stream().boxed().toList());
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void cells_ofAnyWidth_coverARowOnce(int pixelBytes) {
    Random random = new Random(pixelBytes);
    for (int round = 0; round < 2_000; round++) {
      CellGrid grid = new CellGrid(1 + random.nextInt(13_000), pixelBytes);
      assertThat(grid.count()).isBetween(1, Long.SIZE);
      int at = 0;
      for (int cell = 0; cell < grid.count(); cell++) {
        assertThat(grid.bytes(cell).from()).isEqualTo(at);
        at = grid.bytes(cell).to();
        assertThat(grid.pixels(cell).to()).isBetween(0, grid.width());
      }
      assertThat(at).isEqualTo(grid.rowBytes());
      assertThat(grid.pixels(grid.count() - 1).to()).isEqualTo(grid.width());
    }
  }

  private static List<Integer> differing(Pair pair) {
    return pair.changed().stream()
        .filter(strip -> !Arrays.equals(strip(pair.base(), strip), strip(pair.picture(), strip)))
        .boxed()
        .toList();
  }

  private static int[] strip(BufferedImage picture, int strip) {
    Strips strips = new Strips(picture.getHeight());
    int width = picture.getWidth();
    int rows = strips.rows(strip);
    return picture.getRGB(0, strips.firstRow(strip), width, rows, new int[width * rows], 0, width);
  }

  /** The rows as the band's filters leave them. */
  private static byte[] filtered(PngRows rows, CodedBand band) {
    Residuals residuals = new Residuals();
    int rowBytes = rows.grid().rowBytes();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] row = new byte[rowBytes];
    for (int y = 0; y < rows.rows().count(); y++) {
      ScanlineFilter filter = band.filter(y / Strips.ROWS);
      residuals.read(rows, filter, y, new Span(0, rowBytes), new Residuals.Target(row, 0));
      all.writeBytes(row);
    }
    return all.toByteArray();
  }

  /** What stands in a chunk, as zlib reads it with nothing before it. */
  private static byte[] inflated(byte[] chunk) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(chunk, PngChunks.DATA, chunk.length - PngChunks.DATA - Integer.BYTES);
      byte[] out = new byte[1 << 20];
      int length = inflater.inflate(out);
      assertThat(inflater.getRemaining()).isZero();
      assertThat(inflater.finished()).as("more blocks follow").isFalse();
      return Arrays.copyOf(out, length);
    } finally {
      inflater.end();
    }
  }
}
