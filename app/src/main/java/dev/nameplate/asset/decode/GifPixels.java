package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * Decodes the pixels of a GIF's first frame, at its position on the screen.
 *
 * @param gif the file
 * @param start the index of the frame's image data, at the LZW minimum code size
 * @param colors 256 ARGB values
 * @param frame its position
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
record GifPixels(ByteBuffer gif, int start, int[] colors, GifFrame frame) implements PixelReader {
  @Override
  public BufferedImage read(int step, BooleanSupplier isLate) {
    BufferedImage screen =
        new BufferedImage(
            (frame.width() + step - 1) / step,
            (frame.height() + step - 1) / step,
            BufferedImage.TYPE_INT_ARGB);
    LzwReader codes = new LzwReader(gif, start);
    int left = frame.place().x;
    int top = frame.place().y;
    byte[] row = new byte[frame.place().width];
    int firstX = (step - left % step) % step;
    int kept = (row.length - firstX + step - 1) / step;
    int[] pixels = new int[Math.max(0, kept)];
    for (int y : frame.rows()) {
      if (isLate.getAsBoolean()) {
        throw new AssetException("the file was not decoded in time");
      }
      if (!codes.read(row)) {
        throw new AssetException("the GIF breaks off before its picture ends, or is damaged");
      }
      if ((top + y) % step == 0 && kept > 0) {
        for (int i = 0; i < kept; i++) {
          pixels[i] = colors[row[firstX + i * step] & 0xff];
        }
        int x = (left + firstX) / step;
        screen.setRGB(x, (top + y) / step, kept, 1, pixels, 0, kept);
      }
    }
    return screen;
  }
}
