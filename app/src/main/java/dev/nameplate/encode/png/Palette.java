package dev.nameplate.encode.png;

import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Span;
import java.util.Arrays;
import java.util.Optional;

/**
 * Up to 256 colors and the index of each. Immutable once made. Colors keep their index when others
 * are added, so strips encoded with a palette are valid with every longer one.
 */
final class Palette {
  private static final int LIMIT = 256;
  private static final int SLOTS = 1024;

  private final int[] colors = new int[LIMIT];

  /** Open addressing with linear probing: 0 for a free slot, else an index plus one. */
  private final short[] slots = new short[SLOTS];

  /** The bits to set in each pixel to get valid {@code argb}. */
  private final int mask;

  private int count;

  private Palette(int mask) {
    this.mask = mask;
  }

  private Palette(Palette other) {
    mask = other.mask;
    System.arraycopy(other.colors, 0, colors, 0, other.count);
    System.arraycopy(other.slots, 0, slots, 0, SLOTS);
    count = other.count;
  }

  /** The colors of a whole picture; empty if there are more than 256. */
  static Optional<Palette> of(PixelView pixelView) {
    Palette palette = new Palette(pixelView.opaqueMask());
    for (int row = 0; row < pixelView.size().height(); row++) {
      if (!palette.add(pixelView, pixelView.row(row))) {
        return Optional.empty();
      }
    }
    return Optional.of(palette);
  }

  /**
   * These colors, followed by the new ones of a picture's changed cells in the order in which they
   * appear; empty if there are more than 256 in total.
   */
  Optional<Palette> with(PixelView pixelView, DirtyCells changed) {
    Palette grown = this;
    for (int row = changed.nextRow(0); row >= 0; row = changed.nextRow(row + 1)) {
      for (Span span : changed.pixels(row)) {
        if (grown.hasAll(pixelView, pixelView.span(row, span.from(), span.to()))) {
          continue;
        }
        grown = grown == this ? new Palette(this) : grown;
        if (!grown.add(pixelView, pixelView.span(row, span.from(), span.to()))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(grown);
  }

  /**
   * A palette of given colors.
   *
   * @param mask the bits to set in each pixel to get valid {@code argb}
   * @param colors as {@code argb}, each once, at most 256, in the order of their indices
   */
  static Palette of(int mask, int[] colors) {
    Palette palette = new Palette(mask);
    for (int color : colors) {
      if (!palette.add(color)) {
        throw new IllegalArgumentException("a palette has at most " + LIMIT + " colors");
      }
    }
    return palette;
  }

  /** The bits to set in each pixel to get valid {@code argb}. */
  int mask() {
    return mask;
  }

  /** A copy of the colors as {@code argb}, in the order of their indices. */
  int[] colors() {
    return Arrays.copyOf(colors, count);
  }

  int count() {
    return count;
  }

  /** The color at an index, as {@code argb}. */
  int color(int index) {
    return colors[index];
  }

  /** The index of a color that is in the palette. */
  private int indexOf(int argb) {
    return slots[slot(argb)] - 1;
  }

  /** Writes pixels' indices. Every color must be in the palette. */
  void read(int[] pixels, Span span, int[] out, int to) {
    int last = pixels[span.from()] | mask;
    int index = indexOf(last);
    int o = to;
    for (int i = span.from(); i < span.to(); i++) {
      int argb = pixels[i] | mask;
      if (argb != last) {
        last = argb;
        index = indexOf(argb);
      }
      out[o++] = index;
    }
  }

  private boolean hasAll(PixelView pixelView, Span span) {
    int[] data = pixelView.data();
    for (int i = span.from(); i < span.to(); i++) {
      int argb = data[i] | mask;
      if (slots[slot(argb)] == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean add(PixelView pixelView, Span span) {
    int[] data = pixelView.data();
    int last = ~(data[span.from()] | mask);
    for (int i = span.from(); i < span.to(); i++) {
      int argb = data[i] | mask;
      if (argb != last && !add(argb)) {
        return false;
      }
      last = argb;
    }
    return true;
  }

  private boolean add(int argb) {
    int slot = slot(argb);
    if (slots[slot] != 0) {
      return true;
    }
    if (count == LIMIT) {
      return false;
    }
    colors[count++] = argb;
    slots[slot] = (short) count;
    return true;
  }

  private int slot(int argb) {
    int slot = (argb * 0x9e3779b1) >>> 22;
    while (slots[slot] != 0 && colors[slots[slot] - 1] != argb) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
