package dev.nameplate.render.code;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Rgba;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/**
 * A code's position in device pixels, with modules of a whole number of pixels.
 *
 * @param modules the code, without its quiet zone
 * @param area the code with its quiet zone
 * @param module a module's width, in device pixels; 0 if the box is too small for the code
 * @param rowHeight a row's height, in device pixels
 * @param left column of the first module
 * @param top row of the first module
 */
public record ModuleGrid(
    BarcodeMatrix modules, DeviceBox area, int module, int rowHeight, int left, int top) {
  /**
   * A code of square modules, as large as fits in the middle of a box.
   *
   * @param quietZone the margin, in modules
   * @param box in device pixels
   * @return a grid that does not {@link #fits fit} if the box is too small
   */
  public static ModuleGrid square(BarcodeMatrix barcodeMatrix, int quietZone, DeviceBox box) {
    return tall(barcodeMatrix, quietZone, 1, box);
  }

  /** A code whose rows are {@code ratio} times as high as its modules are wide. */
  static ModuleGrid tall(BarcodeMatrix barcodeMatrix, int quietZone, int ratio, DeviceBox box) {
    int columns = barcodeMatrix.columns() + 2 * quietZone;
    int rows = barcodeMatrix.rows() * ratio + 2 * quietZone;
    int module = Math.min(box.width() / columns, box.height() / rows);
    DeviceBox area = middle(box, module * columns, module * rows);
    int quiet = quietZone * module;
    return new ModuleGrid(
        barcodeMatrix, area, module, module * ratio, area.x() + quiet, area.y() + quiet);
  }

  /**
   * A linear code as high as its box and as wide as fits.
   *
   * @param quietZone the margin at the left and right, in modules
   * @param box in device pixels
   * @return a grid that does not {@link #fits fit} if the box is too small
   */
  public static ModuleGrid linear(BarcodeMatrix barcodeMatrix, int quietZone, DeviceBox box) {
    int columns = barcodeMatrix.columns() + 2 * quietZone;
    int module = box.width() / columns;
    DeviceBox area = middle(box, module * columns, box.height());
    return new ModuleGrid(
        barcodeMatrix, area, module, box.height(), area.x() + quietZone * module, area.y());
  }

  private static DeviceBox middle(DeviceBox box, int width, int height) {
    int left = box.x() + (box.width() - width) / 2;
    return new DeviceBox(left, box.y() + (box.height() - height) / 2, width, height);
  }

  /** Whether the box is large enough for modules of at least one pixel. */
  public boolean fits() {
    return module > 0 && rowHeight > 0;
  }

  /**
   * Paints the code and its quiet zone, with antialiasing only where the graphics' transform is
   * more than a translation. The color and the antialiasing hint of the graphics stay changed.
   *
   * @param dark the color of the dark modules
   * @param light the color of the whole area behind them
   * @param graphics in device pixels
   */
  public void paint(Rgba dark, Rgba light, Graphics2D graphics) {
    boolean upright = (graphics.getTransform().getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        upright ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(light.argb(), true));
    graphics.fillRect(area.x(), area.y(), area.width(), area.height());
    graphics.setColor(new Color(dark.argb(), true));
    for (int row = 0; row < modules.rows(); row++) {
      paintRow(row, graphics);
    }
  }

  private void paintRow(int row, Graphics2D graphics) {
    int y = top + row * rowHeight;
    for (int column = 0; column < modules.columns(); column++) {
      int start = column;
      while (column < modules.columns() && modules.isDark(column, row)) {
        column++;
      }
      if (column > start) {
        graphics.fillRect(left + start * module, y, (column - start) * module, rowHeight);
      }
    }
  }
}
