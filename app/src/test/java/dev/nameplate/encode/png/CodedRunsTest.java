package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Backgrounds;
import dev.nameplate.encode.BoxedPictures;
import dev.nameplate.encode.BoxedPictures.Boxed;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.SeededPictures;
import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.TokenBytes;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.support.Extent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own deflate writer puts is what zlib reads. */
final class CodedRunsTest {
  private static final int SEEDS = Extent.times(60);

  static Stream<Boxed> pictures() {
    return Stream.concat(
        BoxedPictures.boxed(SEEDS, true),
        SeededPictures.pairs(SEEDS, true)
            .map(pair -> new Boxed(pair, Backgrounds.of(pair.background()).areas())));
  }

  /** A picture's band, coded as a whole and taken apart by zlib. */
  private record Spliced(PngRows rows, CodedBand band, PngSplice splice) {
    static Spliced of(Boxed boxed, boolean knowing, boolean matched) {
      PixelView background = PixelView.of(boxed.pair().background());
      PixelView picture = PixelView.of(boxed.pair().picture());
      PngColor color = PngColor.trueColor(background.hasAlpha());
      Rows painted = new Rows(picture, background, boxed.pair().changed());
      PngRows rows = new PngRows(painted, color);
      PngRows own = new PngRows(Rows.of(background), color);
      MutableCells mutableCells =
          MutableCells.of(boxed.areas(), rows.grid(), background.size().height());
      BandTrainer trainer = new BandTrainer(own, knowing ? rows : own, mutableCells, Effort.BEST);
      PngStripStore.Variant variant =
          new PngStripStore.Variant(color, new byte[0], List.of(), mutableCells);
      PngSplice splice = new PngSplice(variant, rows, DirtyCells.of(painted, rows.grid()));
      Span strips = new Span(0, background.strips().count());
      BandTrainer.Plain plain = trainer.plain(strips, trainer.filters(strips));
      CodedBand band = matched ? trainer.matched(plain) : plain.band();
      return new Spliced(rows, band, splice);
    }

    PngPiece piece(Span strips) {
      return new DirtyStripEncoder().splice(band, splice, strips);
    }

    /** The rows as the band's filters leave them. */
    byte[] filtered() {
      RowFilterer rowFilterer = new RowFilterer();
      int rowBytes = rows.grid().rowBytes();
      byte[] all = new byte[rows.rows().count() * rowBytes + RowFilterer.SLACK];
      for (int y = 0; y < rows.rows().count(); y++) {
        rowFilterer.write(rows, band.filter(y / Strips.ROWS), y, all, y * rowBytes);
      }
      return Arrays.copyOf(all, all.length - RowFilterer.SLACK);
    }

    int firstByte(int strip) {
      return Math.min(rows.rows().count(), strip * Strips.ROWS) * rows.grid().rowBytes();
    }
  }

  /** All strips in one run: code lengths, literals, matches, copied bits and the end. */
  @ParameterizedTest
  @MethodSource("pictures")
  void band_spliced_inflatesToTheFilteredRows(Boxed boxed) throws DataFormatException {
    for (boolean knowing : new boolean[] {false, true}) {
      for (boolean matched : new boolean[] {false, true}) {
        Spliced spliced = Spliced.of(boxed, knowing, matched);
        byte[] filtered = spliced.filtered();
        assertHolds(spliced.piece(spliced.band().strips()), filtered, 0, filtered.length);
      }
    }
  }

  /** Strips on their own, behind those above them. */
  @ParameterizedTest
  @MethodSource("pictures")
  void strips_splicedOneByOne_inflateToTheFilteredRows(Boxed boxed) throws DataFormatException {
    for (boolean matched : new boolean[] {false, true}) {
      Spliced spliced = Spliced.of(boxed, true, matched);
      byte[] filtered = spliced.filtered();
      for (int strip = 0; strip < spliced.band().strips().to(); strip++) {
        PngPiece piece = spliced.piece(new Span(strip, strip + 1));
        assertHolds(piece, filtered, spliced.firstByte(strip), spliced.firstByte(strip + 1));
      }
    }
  }

  @Test
  void bothKindsOfStillCells_areAmongTheBands() {
    Set<Class<?>> kinds =
        BoxedPictures.boxed(SEEDS, true)
            .map(boxed -> Spliced.of(boxed, true, false).band().staticCells().getClass())
            .collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(Set.of(StaticCells.AsTokens.class, StaticCells.AsBits.class));
  }

  @Test
  void strips_thatDiffer_areAllFound() {
    SeededPictures.pairs(SEEDS, true)
        .forEach(
            pair -> {
              PixelView background = PixelView.of(pair.background());
              Rows rows = new Rows(PixelView.of(pair.picture()), background, pair.changed());
              int pixelBytes = background.hasAlpha() ? 4 : 3;
              CellGrid grid = new CellGrid(background.width(), pixelBytes);
              BitSet found = DirtyCells.of(rows, grid).strips();
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
        assertThat(grid.pixels(cell).length()).isPositive();
        Span bytes = grid.bytes(new Span(cell, cell + 1));
        assertThat(bytes.from()).isEqualTo(at);
        at = bytes.to();
      }
      assertThat(at).isEqualTo(grid.rowBytes());
      assertThat(grid.pixels(grid.count() - 1).to()).isEqualTo(grid.width());
    }
  }

  /** Each row in turn, so that the one above is never what makes the difference. */
  @Test
  void onlyPixelOfABox_changedAnywhere_isLoose() {
    int width = 600;
    CellGrid grid = new CellGrid(width, 3);
    PixelView background = PixelView.of(new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB));
    for (int x = 0; x < width; x++) {
      BufferedImage picture = new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(x, 0, 0x123456);
      Rows rows = new Rows(PixelView.of(picture), background, new Strips(2).all());
      DirtyCells changed = DirtyCells.of(rows, grid);
      MutableCells mutableCells = MutableCells.of(List.of(new DeviceBox(x, 0, 1, 1)), grid, 2);
      for (int row = 0; row < 2; row++) {
        assertThat(changed.ofRow(row))
            .as("pixel %d", x)
            .isEqualTo(mutableCells.ofRow(row))
            .isNotZero();
      }
    }
  }

  private static void assertHolds(PngPiece piece, byte[] filtered, int from, int to)
      throws DataFormatException {
    byte[] run =
        Arrays.copyOfRange(piece.chunk(), PngChunks.DATA, piece.chunk().length - Integer.BYTES);
    byte[] before = Arrays.copyOf(filtered, from);
    assertThat(TokenBytes.inflated(before, run, to - from))
        .isEqualTo(Arrays.copyOfRange(filtered, from, to));
    assertThat(piece.sum()).isEqualTo(AdlerChecksum.of(filtered, from, to - from));
  }

  private static List<Integer> differing(Pair pair) {
    return pair.changed().stream()
        .filter(
            strip -> !Arrays.equals(strip(pair.background(), strip), strip(pair.picture(), strip)))
        .boxed()
        .toList();
  }

  private static int[] strip(BufferedImage picture, int strip) {
    Strips strips = new Strips(picture.getHeight());
    int width = picture.getWidth();
    int rows = strips.rows(strip);
    return picture.getRGB(0, strips.firstRow(strip), width, rows, new int[width * rows], 0, width);
  }
}
