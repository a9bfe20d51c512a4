package dev.nameplate.render.code;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Rgba;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/**
 * A code's modules on device pixels, each a whole number of them wide.
 *
 * @param area the code with its quiet zone
 * @param module the width of one
 * @param rowHeight the height of a row
 * @param left where the first module stands
 */
public record ModuleGrid(
    BarcodeMatrix modules, DeviceBox area, int module, int rowHeight, int left, int top) {
  /** A code of square modules in the middle of a box; 0 wide where the box is too small. */
  public static ModuleGrid square(BarcodeMatrix barcodeMatrix, int quietZone, DeviceBox box) {
    return tall(barcodeMatrix, quietZone, 1, box);
  }

  /** A code whose rows are so many times as high as its modules are wide. */
  static ModuleGrid tall(BarcodeMatrix barcodeMatrix, int quietZone, int ratio, DeviceBox box) {
    int columns = barcodeMatrix.columns() + 2 * quietZone;
    int rows = barcodeMatrix.rows() * ratio + 2 * quietZone;
    int module = Math.min(box.width() / columns, box.height() / rows);
    DeviceBox area = middle(box, module * columns, module * rows);
    int quiet = quietZone * module;
    return new ModuleGrid(
        barcodeMatrix, area, module, module * ratio, area.x() + quiet, area.y() + quiet);
  }

  /** A linear code as high as its box. */
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

  /** Whether there is anything to see. */
  public boolean fits() {
    return module > 0 && rowHeight > 0;
  }

  /** Paints the code; upright modules have no soft edges. */
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
