package dev.nameplate.encode.quantize;

/** Counts how often each color occurs. Open addressing. For one thread at a time. */
public final class ColorHistogram {
  private static final int FIRST_SLOTS = 1 << 12;

  private int[] colors = new int[FIRST_SLOTS];

  /** 0 for a free slot. */
  private int[] counts = new int[FIRST_SLOTS];

  private int size;

  /** Counts one pixel, given as {@code argb}. */
  public void add(int argb) {
    int slot = slot(argb);
    if (counts[slot]++ == 0) {
      colors[slot] = argb;
      size++;
      if (size * 2 > counts.length) {
        grow();
      }
    }
  }

  /** Counts all pixels, given as {@code argb}. */
  public void addAll(int[] pixels) {
    for (int argb : pixels) {
      add(argb);
    }
  }

  /** The number of different colors. */
  public int size() {
    return size;
  }

  /** The colors in ascending order, whatever the order in which they were added. */
  int[] sorted() {
    int[] found = new int[size];
    int at = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        found[at++] = colors[slot];
      }
    }
    java.util.Arrays.sort(found);
    return found;
  }

  int count(int argb) {
    return counts[slot(argb)];
  }

  private int slot(int argb) {
    int mask = counts.length - 1;
    int slot = (argb * 0x9e3779b1) >>> (32 - Integer.numberOfTrailingZeros(counts.length));
    while (counts[slot] != 0 && colors[slot] != argb) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldColors = colors;
    int[] oldCounts = counts;
    colors = new int[oldColors.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int old = 0; old < oldCounts.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = slot(oldColors[old]);
        colors[slot] = oldColors[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
