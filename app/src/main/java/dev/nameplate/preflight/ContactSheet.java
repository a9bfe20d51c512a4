package dev.nameplate.preflight;

import dev.nameplate.encode.png.PngEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A contact sheet: a template drawn with every row of the test matrix, and below each picture how
 * the row's data was read.
 */
public final class ContactSheet {
  private static final int COLUMNS = 3;
  private static final int CELL = 600;
  private static final int GAP = 56;
  private static final int EDGE = 72;
  private static final int HEAD = 150;
  private static final int LINE = 26;
  private static final int LABEL = 44;

  private final OfflineRenderer offlineRenderer;
  private final SheetText text;

  /**
   * @param offlineRenderer draws the rows
   * @param text draws the texts of the sheet
   */
  public ContactSheet(OfflineRenderer offlineRenderer, SheetText text) {
    this.offlineRenderer = offlineRenderer;
    this.text = text;
  }

  /** A row's picture and the lines below it. */
  private record Cell(RenderCase renderCase, RowSummary summary) {
    int lines() {
      return summary.fields().size() + summary.texts().size();
    }
  }

  /**
   * Returns the sheet of all rows of {@link TestMatrix#of} as a PNG, 2056 pixels wide, with three
   * pictures side by side. Below the first picture stand all lines of its {@link RowSummary}, below
   * the others those that differ from them.
   *
   * @param samples the template's own; the first gives the usual values, made-up ones are used
   *     where there is none
   * @return the file; the array is the caller's own
   */
  public byte[] png(Template template, List<Sample> samples) {
    return drawn(template, cells(template, samples));
  }

  /**
   * Returns a sheet of given rows as a PNG, 2056 pixels wide, with three pictures side by side.
   * Below each row's picture stand all lines of its {@link RowSummary}, also those that equal the
   * first row's.
   *
   * @param rows one or more; a row's name stands above its picture
   * @return the file; the array is the caller's own
   */
  public byte[] ofRows(Template template, List<Sample> rows) {
    return drawn(template, rows.stream().map(row -> cell(template, row)).toList());
  }

  private byte[] drawn(Template template, List<Cell> cells) {
    int picture = CELL * template.size().height() / template.size().width();
    List<Integer> tops = new ArrayList<>();
    int y = HEAD + EDGE / 2;
    for (int at = 0; at < cells.size(); at += COLUMNS) {
      tops.add(y);
      int lines =
          cells.subList(at, Math.min(cells.size(), at + COLUMNS)).stream()
              .mapToInt(Cell::lines)
              .max()
              .orElse(0);
      y += picture + LABEL + lines * LINE + GAP;
    }
    int width = 2 * EDGE + COLUMNS * CELL + (COLUMNS - 1) * GAP;
    BufferedImage sheet = new BufferedImage(width, y, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(new Color(0xf4f3f0));
    graphics.fillRect(0, 0, width, y);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    text.write(graphics, new SheetText.Line(EDGE, 56, 1000, SheetText.TITLE, template.title()));
    text.write(
        graphics,
        new SheetText.Line(
            EDGE, 114, 1600, SheetText.NOTE, template.id() + " · " + cells.size() + " rows"));
    for (int at = 0; at < cells.size(); at++) {
      int x = EDGE + at % COLUMNS * (CELL + GAP);
      cell(graphics, cells.get(at), x, tops.get(at / COLUMNS), picture);
    }
    graphics.dispose();
    return new PngEncoder().encodeWhole(sheet).toByteArray();
  }

  /** The first row lists every text, the others only what differs from it. */
  private List<Cell> cells(Template template, List<Sample> samples) {
    List<Cell> cells =
        TestMatrix.of(template, samples).stream().map(row -> cell(template, row)).toList();
    RowSummary usual = cells.get(0).summary();
    List<Cell> shortened = new ArrayList<>(cells.subList(0, 1));
    for (Cell cell : cells.subList(1, cells.size())) {
      shortened.add(new Cell(cell.renderCase(), cell.summary().differencesFrom(usual)));
    }
    return shortened;
  }

  private Cell cell(Template template, Sample row) {
    MergedFields fields = offlineRenderer.pipeline().merge(template, new RawQuery(row.query()));
    List<PlacedLayer> layers = offlineRenderer.pipeline().place(template, fields);
    return new Cell(
        new RenderCase(template, row, fields, layers),
        RowSummary.of(template, offlineRenderer.pipeline().explain(template, fields, Scale.ONE)));
  }

  private void cell(Graphics2D graphics, Cell cell, int x, int top, int height) {
    text.write(
        graphics,
        new SheetText.Line(x, top, CELL, SheetText.NAME, cell.renderCase().data().name()));
    BufferedImage picture = offlineRenderer.opaque(cell.renderCase(), Scale.TWO);
    double factor = (double) CELL / picture.getWidth();
    graphics.drawImage(
        picture,
        new AffineTransformOp(
            AffineTransform.getScaleInstance(factor, factor), AffineTransformOp.TYPE_BICUBIC),
        x,
        top + LABEL);
    int y = top + LABEL + height + 10;
    for (String line : cell.summary().fields()) {
      text.write(graphics, new SheetText.Line(x, y, CELL, SheetText.NOTE, line));
      y += LINE;
    }
    for (RowSummary.Line line : cell.summary().texts()) {
      SheetText.Look look = line.bad() ? SheetText.BAD : SheetText.NOTE;
      text.write(graphics, new SheetText.Line(x, y, CELL, look, line.words()));
      y += LINE;
    }
  }
}
