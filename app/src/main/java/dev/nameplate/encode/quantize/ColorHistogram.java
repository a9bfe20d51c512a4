package dev.nameplate.encode.quantize;

/** How often each colour occurs. Open addressing; a colour stays where it was put first. */
public final class ColorHistogram {
  private static final int FIRST_SLOTS = 1 << 12;

  private int[] colours = new int[FIRST_SLOTS];

  /** 0 where the slot is free. */
  private int[] counts = new int[FIRST_SLOTS];

  private int size;

  /** Counts one pixel more, as {@code argb}. */
  public void add(int argb) {
    int slot = slot(argb);
    if (counts[slot]++ == 0) {
      colours[slot] = argb;
      size++;
      if (size * 2 > counts.length) {
        grow();
      }
    }
  }

  public void addAll(int[] pixels) {
    for (int argb : pixels) {
      add(argb);
    }
  }

  /** How many colours there are. */
  public int size() {
    return size;
  }

  /** The colours in ascending order, so that it is no matter in which order they came. */
  int[] sorted() {
    int[] found = new int[size];
    int at = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        found[at++] = colours[slot];
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
    while (counts[slot] != 0 && colours[slot] != argb) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldColours = colours;
    int[] oldCounts = counts;
    colours = new int[oldColours.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int old = 0; old < oldCounts.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = slot(oldColours[old]);
        colours[slot] = oldColours[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
