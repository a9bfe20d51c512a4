package dev.nameplate.preflight;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.TextStyle;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws the texts of contact sheets, with the layout and fonts of the pictures, in any script.
 *
 * @param layout sets the lines
 * @param renderer paints them
 * @param family the font family
 */
public record SheetText(Layout layout, Renderer renderer, String family) {
  static final Look TITLE = new Look(700, 40, 0xff1c1917);
  static final Look NAME = new Look(700, 22, 0xff1c1917);
  static final Look NOTE = new Look(400, 18, 0xff57534e);
  static final Look BAD = new Look(700, 18, 0xffb42318);

  /** Weight, size in pixels and ARGB color of a line. */
  record Look(int weight, double size, int color) {}

  /** A line of text, cut where it is longer than its width. Positions and width are in pixels. */
  record Line(int x, int y, int width, Look look, String words) {}

  /** Draws a line on a sheet. */
  void write(Graphics2D graphics, Line line) {
    Look look = line.look();
    int height = (int) Math.ceil(look.size() * 1.5);
    Template strip = Template.blank("sheet", new Size(line.width(), height), Rgba.TRANSPARENT);
    Node.Text node =
        new Node.Text(
            0,
            new Placement(new Box(0, 0, line.width(), height), 1, 0),
            style(look),
            List.of(new Node.Rung(0, line.words())));
    PlacedLayer placed = layout.place(node, Locale.ENGLISH);
    graphics.drawImage(
        renderer.paintWhole(strip, List.of(placed), Scale.ONE, false), line.x(), line.y(), null);
  }

  private TextStyle style(Look look) {
    return new TextStyle(
        family,
        look.weight(),
        look.size(),
        look.size(),
        1,
        1.2,
        0,
        Alignment.START,
        VerticalAlignment.MIDDLE,
        new Rgba(look.color()),
        Optional.empty(),
        Optional.empty());
  }
}
