package dev.nameplate.encode.gif;

import dev.nameplate.geometry.DeviceBox;

/**
 * One frame of a GIF.
 *
 * @param area the rectangle that it replaces, in pixels
 * @param indices into the file's color table, row after row; {@code -1} for unchanged pixels
 * @param centiseconds how long it is shown; 0 in a static picture
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GifFrame(DeviceBox area, int[] indices, int centiseconds) {
  boolean hasUnchangedPixels() {
    for (int index : indices) {
      if (index < 0) {
        return true;
      }
    }
    return false;
  }
}
