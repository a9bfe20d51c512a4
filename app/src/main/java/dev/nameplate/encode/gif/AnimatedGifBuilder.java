package dev.nameplate.encode.gif;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.quantize.ColorHistogram;
import dev.nameplate.encode.quantize.ColorTable;
import dev.nameplate.encode.quantize.Dither;
import dev.nameplate.encode.quantize.Quantizer;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A moving GIF in the making: of each picture only the rectangle that differs from the one before
 * is kept, and all share one table of colours. It plays once and stands still at its last picture.
 *
 * <p>A picture that does not differ is left out, and the one before it stands for longer.
 */
public final class AnimatedGifBuilder {
  /** Stands for a pixel that is as before; no opaque picture has it. */
  static final int UNCHANGED = 0;

  private static final int OPAQUE = 0xff000000;
  private static final int COLOURS = 256;

  private final int centiseconds;
  private final PixelView base;
  private final Size size;
  private final List<Change> changes = new ArrayList<>();

  /** The picture that stands, as {@code argb}, row after row. */
  private final int[] shown;

  private BitSet painted = new BitSet();

  /**
   * @param base opaque, what every picture is but for some strips; not changed
   * @param tick how long each picture stands
   */
  public AnimatedGifBuilder(BufferedImage base, Duration tick) {
    this.centiseconds = Math.toIntExact(tick.toMillis() / 10);
    this.base = PixelView.of(base);
    this.size = this.base.size();
    this.shown = PixelView.argb(base);
  }

  /**
   * Adds the next picture: the base with some strips of another.
   *
   * @param picture of which only the strips count; not kept
   */
  public void add(BufferedImage picture, BitSet strips) {
    PixelView pixelView = PixelView.of(picture);
    pixelView.checkSize(size);
    DeviceBox area = changes.isEmpty() ? all() : difference(pixelView, strips);
    if (area.isEmpty()) {
      Change last = changes.remove(changes.size() - 1);
      changes.add(new Change(last.area(), last.pixels(), last.ticks() + 1));
    } else {
      changes.add(new Change(area, taken(pixelView, strips, area), 1));
    }
    painted = (BitSet) strips.clone();
  }

  private DeviceBox all() {
    return new DeviceBox(0, 0, size.width(), size.height());
  }

  /** Takes over an area and tells what of it is new. */
  private int[] taken(PixelView picture, BitSet strips, DeviceBox area) {
    boolean first = changes.isEmpty();
    int[] pixels = new int[area.width() * area.height()];
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      PixelView from = strips.get(y / Strips.ROWS) ? picture : base;
      int source = from.rowStart(y) + area.x();
      int target = y * size.width() + area.x();
      for (int x = 0; x < area.width(); x++) {
        int argb = from.data()[source + x] | OPAQUE;
        pixels[at++] = argb == shown[target + x] && !first ? UNCHANGED : argb;
        shown[target + x] = argb;
      }
    }
    return pixels;
  }

  /** The least rectangle around all that differs from what stands. */
  private DeviceBox difference(PixelView picture, BitSet strips) {
    int left = size.width();
    int right = 0;
    int top = size.height();
    int bottom = 0;
    BitSet looked = (BitSet) strips.clone();
    looked.or(painted);
    for (int y = 0; y < size.height(); y++) {
      if (!looked.get(y / Strips.ROWS)) {
        continue;
      }
      PixelView from = strips.get(y / Strips.ROWS) ? picture : base;
      int first = differs(from, y, 0, 1);
      if (first < size.width()) {
        left = Math.min(left, first);
        right = Math.max(right, differs(from, y, size.width() - 1, -1) + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    return new DeviceBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** The first pixel of a row, from one on and in one direction, that is not as it stands. */
  private int differs(PixelView from, int y, int start, int step) {
    int source = from.rowStart(y);
    int target = y * size.width();
    int x = start;
    while (x >= 0 && x < size.width() && (from.data()[source + x] | OPAQUE) == shown[target + x]) {
      x += step;
    }
    return x;
  }

  /** The file. */
  public EncodedPicture finish() {
    if (changes.isEmpty()) {
      throw new IllegalStateException("a film without a picture");
    }
    ColorHistogram counts = new ColorHistogram();
    for (Change change : changes) {
      for (int argb : change.pixels()) {
        if (argb != UNCHANGED) {
          counts.add(argb);
        }
      }
    }
    ColorTable table = new ColorTable(Quantizer.colours(counts, COLOURS - 1));
    Dither dither = new Dither(table, true);
    List<GifFrame> frames = new ArrayList<>();
    for (Change change : changes) {
      Size part = new Size(change.area().width(), change.area().height());
      frames.add(
          new GifFrame(
              change.area(),
              dither.indices(change.pixels(), part, UNCHANGED),
              change.ticks() * centiseconds));
    }
    return GifWriter.write(size, table, frames);
  }

  /**
   * What differs from the picture before.
   *
   * @param ticks how long it stands
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Change(DeviceBox area, int[] pixels, int ticks) {}
}
