package dev.nameplate.encode.png;

import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Strips;

/** A picture's rows as a PNG of some colour type writes them. */
record PngRows(Rows rows, PngColor colour) {
  int width() {
    return rows.base().width();
  }

  Strips strips() {
    return new Strips(rows.count());
  }

  CellGrid grid() {
    return new CellGrid(width(), colour.bytesPerPixel());
  }
}
