package dev.nameplate.encode.png;

import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Strips;

/** A picture's rows with the color type that they are written in. */
record PngRows(Rows rows, PngColor color) {
  int width() {
    return rows.background().width();
  }

  Strips strips() {
    return new Strips(rows.count());
  }

  CellGrid grid() {
    return new CellGrid(width(), color.bytesPerPixel());
  }
}
