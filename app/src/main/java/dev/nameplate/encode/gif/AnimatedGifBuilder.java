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
 * Builds an animated GIF (89a) that plays once and stops at its last frame. Of each picture only
 * the rectangle that differs from the one before is stored, and all frames share one color table. A
 * picture that does not differ extends the frame before it. For one thread at a time.
 */
public final class AnimatedGifBuilder {
  /** Marks an unchanged pixel; no opaque picture has this value. */
  static final int UNCHANGED = 0;

  private static final int OPAQUE = 0xff000000;
  private static final int COLORS = 256;

  private final int centiseconds;
  private final PixelView background;
  private final Size size;
  private final List<Change> changes = new ArrayList<>();

  /** The last picture added, as {@code argb}, row after row. */
  private final int[] shown;

  private BitSet painted = new BitSet();

  /**
   * @param background opaque; every picture differs from it in some strips only; not changed
   * @param tick how long each picture is shown; rounded down to 1/100 s
   * @throws IllegalArgumentException if the image's type is neither TYPE_INT_RGB nor TYPE_INT_ARGB
   */
  public AnimatedGifBuilder(BufferedImage background, Duration tick) {
    this.centiseconds = Math.toIntExact(tick.toMillis() / 10);
    this.background = PixelView.of(background);
    this.size = this.background.size();
    this.shown = PixelView.argb(background);
  }

  /**
   * Adds the next picture: the background with some strips of another one. It is shown for one
   * tick.
   *
   * @param picture of the background's size; only read, and not kept
   * @param strips to take from it, from 0 at the top; copied
   * @throws IllegalArgumentException if the sizes differ, or if the image's type is neither
   *     TYPE_INT_RGB nor TYPE_INT_ARGB
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

  /** Copies an area to {@link #shown}; returns its pixels with unchanged ones marked. */
  private int[] taken(PixelView picture, BitSet strips, DeviceBox area) {
    boolean first = changes.isEmpty();
    int[] pixels = new int[area.width() * area.height()];
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      PixelView from = strips.get(y / Strips.ROWS) ? picture : background;
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

  /** The smallest rectangle around all pixels that differ from {@link #shown}. */
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
      PixelView from = strips.get(y / Strips.ROWS) ? picture : background;
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

  /** The first pixel of a row, from a start in one direction, that differs from {@link #shown}. */
  private int differs(PixelView from, int y, int start, int step) {
    int source = from.rowStart(y);
    int target = y * size.width();
    int x = start;
    while (x >= 0 && x < size.width() && (from.data()[source + x] | OPAQUE) == shown[target + x]) {
      x += step;
    }
    return x;
  }

  /**
   * Encodes the pictures added so far, with at most 255 colors and error diffusion.
   *
   * @return a GIF with a frame for the first picture and for each that differs from the one before
   * @throws IllegalStateException if no picture was added
   */
  public EncodedPicture finish() {
    if (changes.isEmpty()) {
      throw new IllegalStateException("an animation without a picture");
    }
    ColorHistogram counts = new ColorHistogram();
    for (Change change : changes) {
      for (int argb : change.pixels()) {
        if (argb != UNCHANGED) {
          counts.add(argb);
        }
      }
    }
    ColorTable table = new ColorTable(Quantizer.colors(counts, COLORS - 1));
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
   * The difference from the picture before.
   *
   * @param ticks how long it is shown
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Change(DeviceBox area, int[] pixels, int ticks) {}
}
