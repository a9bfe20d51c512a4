package dev.nameplate.render.paint;

import dev.nameplate.geometry.DeviceBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Fills letters by the exact area that they cover of each pixel, as FreeType's smooth rasterizer
 * does: an edge adds the area to its right, with the sign of its direction, and the sums along a
 * row are the winding number, fractional at an edge. For one thread at a time.
 *
 * <p>Coverage is rounded to steps of 1/32, which cannot be seen and keeps the number of colors
 * along edges low.
 */
final class GlyphRasterizer {
  private static final int STEPS = 32;
  private static final int MOST_PIXELS = 1 << 21;

  /** How far, in pixels, the lines that approximate a curve may deviate from it. */
  private static final double TOLERANCE = 1.0 / 16;

  private static final ColorModel PREMULTIPLIED =
      new DirectColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          Integer.SIZE,
          0xff0000,
          0xff00,
          0xff,
          0xff000000,
          true,
          DataBuffer.TYPE_INT);

  private float[] areas = new float[0];
  private int[] pixels = new int[0];
  private int left;
  private int top;
  private int width;
  private int height;

  /**
   * Fills a shape by its non-zero winding number.
   *
   * @param letters in device pixels
   * @param paintContext whose graphics are not turned
   */
  void fill(Outlines letters, Color color, PaintContext paintContext) {
    Rectangle2D bounds = letters.bounds();
    if (bounds.isEmpty()) {
      return;
    }
    left = (int) Math.floor(bounds.getMinX());
    top = (int) Math.floor(bounds.getMinY());
    // An edge adds to the pixel to its right too.
    width = (int) Math.ceil(bounds.getMaxX()) - left + 2;
    height = (int) Math.ceil(bounds.getMaxY()) - top + 1;
    if ((long) width * height > MOST_PIXELS) {
      paintContext.graphics().setColor(color);
      paintContext.graphics().fill(letters.joined());
      return;
    }
    ensureCapacity(width * height);
    for (Outlines.Outline part : letters.parts()) {
      add(part.shape().getPathIterator(part.toDevice()));
    }
    OpaqueTarget.of(paintContext)
        .ifPresentOrElse(
            target -> blend(color, target), () -> draw(color, paintContext.graphics()));
    Arrays.fill(areas, 0, width * height, 0);
  }

  /** Composites the color over the target, within its clip. */
  private void blend(Color color, OpaqueTarget target) {
    int[] colors = colors(color);
    int[] out = target.pixels();
    DeviceBox clip = target.clip();
    int from = Math.max(left, clip.x());
    int to = Math.min(left + width, clip.right());
    int bottom = Math.min(top + height, clip.bottom());
    for (int y = Math.max(top, clip.y()); y < bottom; y++) {
      int row = (y - top) * width - left;
      float sum = 0;
      for (int x = left; x < from; x++) {
        sum += areas[row + x];
      }
      int ink = colors[step(sum)];
      for (int x = from; x < to; x++) {
        float area = areas[row + x];
        if (area != 0) {
          sum += area;
          ink = colors[step(sum)];
        }
        if (ink != 0) {
          int at = y * target.width() + x;
          out[at] = OpaqueTarget.over(ink, out[at]);
        }
      }
    }
  }

  private void draw(Color color, Graphics2D graphics) {
    if (pixels.length < width * height) {
      pixels = new int[width * height];
    }
    color(color);
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(pixels, width * height),
            width,
            height,
            width,
            new int[] {0xff0000, 0xff00, 0xff, 0xff000000},
            null);
    graphics.drawImage(new BufferedImage(PREMULTIPLIED, raster, true, null), left, top, null);
  }

  private void ensureCapacity(int length) {
    if (areas.length < length) {
      areas = new float[length];
    }
  }

  private void add(PathIterator path) {
    double[] points = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> {
          addLine(x, y, startX, startY);
          startX = x = points[0];
          startY = y = points[1];
        }
        case PathIterator.SEG_LINETO -> {
          addLine(x, y, points[0], points[1]);
          x = points[0];
          y = points[1];
        }
        case PathIterator.SEG_QUADTO -> {
          addQuadratic(x, y, points);
          x = points[2];
          y = points[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          addCubic(x, y, points);
          x = points[4];
          y = points[5];
        }
        default -> {
          addLine(x, y, startX, startY);
          x = startX;
          y = startY;
        }
      }
    }
    addLine(x, y, startX, startY);
  }

  private void addQuadratic(double x, double y, double[] p) {
    double bend = length(x - 2 * p[0] + p[2], y - 2 * p[1] + p[3]);
    int sides = (int) Math.ceil(Math.sqrt(bend / (4 * TOLERANCE)));
    double fromX = x;
    double fromY = y;
    for (int i = 1; i <= sides; i++) {
      double t = (double) i / sides;
      double s = 1 - t;
      double toX = s * s * x + 2 * s * t * p[0] + t * t * p[2];
      double toY = s * s * y + 2 * s * t * p[1] + t * t * p[3];
      addLine(fromX, fromY, toX, toY);
      fromX = toX;
      fromY = toY;
    }
    addLine(fromX, fromY, p[2], p[3]);
  }

  private void addCubic(double x, double y, double[] p) {
    double first = length(x - 2 * p[0] + p[2], y - 2 * p[1] + p[3]);
    double second = length(p[0] - 2 * p[2] + p[4], p[1] - 2 * p[3] + p[5]);
    int sides = (int) Math.ceil(Math.sqrt(0.75 * Math.max(first, second) / TOLERANCE));
    double fromX = x;
    double fromY = y;
    for (int i = 1; i <= sides; i++) {
      double t = (double) i / sides;
      double s = 1 - t;
      double toX = s * s * s * x + 3 * s * s * t * p[0] + 3 * s * t * t * p[2] + t * t * t * p[4];
      double toY = s * s * s * y + 3 * s * s * t * p[1] + 3 * s * t * t * p[3] + t * t * t * p[5];
      addLine(fromX, fromY, toX, toY);
      fromX = toX;
      fromY = toY;
    }
    addLine(fromX, fromY, p[4], p[5]);
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  /** Adds an edge, row by row. */
  private void addLine(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    boolean down = fromY < toY;
    double upperY = (down ? fromY : toY) - top;
    double lowerY = (down ? toY : fromY) - top;
    double slope = (toX - fromX) / (toY - fromY);
    double x = (down ? fromX : toX) - left;
    double sign = down ? 1 : -1;
    int first = (int) upperY;
    int last = (int) lowerY;
    if (first == last) {
      addPart(first * width, x, x + slope * (lowerY - upperY), sign * (lowerY - upperY));
      return;
    }
    double next = x + slope * (first + 1 - upperY);
    addPart(first * width, x, next, sign * (first + 1 - upperY));
    for (int row = first + 1; row < last; row++) {
      x = next;
      next += slope;
      addPart(row * width, x, next, sign);
    }
    if (lowerY > last) {
      addPart(last * width, next, next + slope * (lowerY - last), sign * (lowerY - last));
    }
  }

  /**
   * Adds an edge within a row: to each pixel the area to its right, less what was added before.
   *
   * @param part of the row's height, negative upwards
   */
  private void addPart(int row, double x, double next, double part) {
    double from = Math.min(x, next);
    double to = Math.max(x, next);
    int first = (int) from;
    int behind = (int) to + 1;
    if (behind == first + 1) {
      double middle = (from + to) / 2 - first;
      areas[row + first] += (float) (part - part * middle);
      areas[row + first + 1] += (float) (part * middle);
      return;
    }
    double slope = part / (to - from);
    double covered = 0;
    double before = 0;
    for (int pixel = first; pixel < behind; pixel++) {
      double start = Math.max(from, pixel);
      double end = Math.min(to, pixel + 1);
      double height = slope * (end - start);
      double own = before + height * (pixel + 1 - (start + end) / 2);
      areas[row + pixel] += (float) (own - covered);
      covered = own;
      before += height;
    }
    areas[row + behind] += (float) (part - covered);
  }

  /** Converts areas to pixels. */
  private void color(Color color) {
    int[] colors = colors(color);
    for (int row = 0; row < height; row++) {
      float sum = 0;
      int end = (row + 1) * width;
      for (int i = row * width; i < end; i++) {
        sum += areas[i];
        pixels[i] = colors[step(sum)];
      }
    }
  }

  private static int step(float sum) {
    return (int) (Math.min(Math.abs(sum), 1f) * STEPS + 0.5f);
  }

  /** The color at each step of coverage, premultiplied. */
  private static int[] colors(Color color) {
    int[] colors = new int[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      int alpha = (color.getAlpha() * step + STEPS / 2) / STEPS;
      colors[step] =
          alpha << 24
              | premultiplied(color.getRed(), alpha) << 16
              | premultiplied(color.getGreen(), alpha) << 8
              | premultiplied(color.getBlue(), alpha);
    }
    return colors;
  }

  private static int premultiplied(int sample, int alpha) {
    return (sample * alpha + 127) / 255;
  }
}
