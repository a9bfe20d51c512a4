package dev.nameplate.batch.audit;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The different pictures of a list by 64 bits of their keys, with how each was fitted; exact up to
 * a number of pictures, so that no list makes it grow beyond that. Safe for several threads. An
 * open-addressing table of longs: four million take 80 MB, where boxed ones would take 300.
 */
final class PictureDigests {
  /** How many different pictures are counted. */
  static final int MOST = 4_000_000;

  private static final int FIRST_SLOTS = 1 << 12;

  private final int most;
  private long[] keys = new long[FIRST_SLOTS];
  private short[] values = new short[FIRST_SLOTS];
  private int size;
  private boolean full;

  PictureDigests(int most) {
    this.most = most;
  }

  /** What was noted of a picture; empty where it is new. */
  synchronized OptionalInt find(long digest) {
    int slot = slot(keys, key(digest));
    return keys[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(values[slot]);
  }

  /** Notes a picture, unless it is known or there are too many. */
  synchronized void note(long digest, int value) {
    int slot = slot(keys, key(digest));
    if (keys[slot] != 0) {
      return;
    }
    if (size == most) {
      full = true;
      return;
    }
    keys[slot] = key(digest);
    values[slot] = (short) value;
    size++;
    if (size * 10L > keys.length * 7L) {
      grow();
    }
  }

  /** How many different pictures were noted. */
  synchronized int size() {
    return size;
  }

  /** Whether there are more than could be noted. */
  synchronized boolean isFull() {
    return full;
  }

  private void grow() {
    long[] oldKeys = keys;
    short[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new short[keys.length];
    for (int at = 0; at < oldKeys.length; at++) {
      if (oldKeys[at] != 0) {
        int slot = slot(keys, oldKeys[at]);
        keys[slot] = oldKeys[at];
        values[slot] = oldValues[at];
      }
    }
    Arrays.fill(oldKeys, 0);
  }

  /** Zero marks an empty slot. */
  private static long key(long digest) {
    return digest == 0 ? 1 : digest;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
