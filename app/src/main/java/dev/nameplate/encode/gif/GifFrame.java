package dev.nameplate.encode.gif;

import dev.nameplate.geometry.DeviceBox;

/**
 * A rectangle of a GIF.
 *
 * @param area where it is laid on what was there
 * @param indices into the file's colours, row after row; {@code -1} leaves what was there
 * @param centiseconds how long it stands; 0 in a still picture
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GifFrame(DeviceBox area, int[] indices, int centiseconds) {
  boolean leavesSome() {
    for (int index : indices) {
      if (index < 0) {
        return true;
      }
    }
    return false;
  }
}
