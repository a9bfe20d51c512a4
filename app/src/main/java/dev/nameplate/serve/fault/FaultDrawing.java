package dev.nameplate.serve.fault;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.encode.png.PngEncoder;
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
import dev.nameplate.scene.Scene;
import dev.nameplate.template.Format;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.ShapeLayer;
import dev.nameplate.template.layer.TextStyle;
import java.util.List;
import java.util.Optional;

/** Draws faults with the layout and painters of the other pictures. */
public final class FaultDrawing implements FaultPainter {
  private static final Template CARD =
      Template.blank("fault", new Size(600, 240), new Rgba(0xfff8f7f4));
  private static final Template ICON =
      Template.blank("fault", new Size(256, 256), Rgba.TRANSPARENT);

  private final Layout layout;
  private final Renderer renderer;
  private final String family;

  /**
   * Makes a painter of faults.
   *
   * @param family the font family of the texts
   */
  public FaultDrawing(Layout layout, Renderer renderer, String family) {
    this.layout = layout;
    this.renderer = renderer;
    this.family = family;
  }

  @Override
  public EncodedPicture paint(String title, String detail, Format format) {
    Node bar = rect(0, new Box(0, 0, 8, 240), 0, 0xffc2410c);
    Node head = text(1, placement(40, 32, 520, 40), 700, 28, 1, 0xff1c1917, title);
    Node body = text(2, placement(40, 84, 520, 124), 400, 18, 5, 0xff57534e, detail);
    List<PlacedLayer> layers = layout.place(new Scene(CARD, List.of(bar, head, body)));
    return Encoders.of(format, OutputOptions.DEFAULT)
        .encodeWhole(renderer.paintWhole(CARD, layers, Scale.ONE, !format.holdsAlpha()));
  }

  /**
   * Returns the icon of browser tabs, a transparent PNG of 64 × 64 pixels; the array is the
   * caller's own.
   */
  public byte[] icon() {
    List<Node> plate =
        List.of(
            rect(0, new Box(40, 56, 176, 144), 36, 0xffc2410c),
            rect(1, new Box(72, 104, 112, 20), 10, 0xffffffff),
            rect(2, new Box(72, 140, 72, 20), 10, 0xfffed7aa));
    List<PlacedLayer> layers = layout.place(new Scene(ICON, plate));
    return new PngEncoder()
        .encodeWhole(renderer.paintWhole(ICON, layers, new Scale(25), false))
        .toByteArray();
  }

  private static Node rect(int index, Box box, double radius, int color) {
    return new Node.Shape(
        index,
        new Placement(box, 1, 0),
        ShapeLayer.Kind.RECT,
        Optional.of(new Fill.Solid(new Rgba(color))),
        Optional.empty(),
        radius);
  }

  private Node text(
      int index, Placement placement, int weight, double size, int lines, int color, String text) {
    TextStyle style =
        new TextStyle(
            family,
            weight,
            size,
            Math.min(size, 13),
            lines,
            1.4,
            0,
            Alignment.START,
            VerticalAlignment.TOP,
            new Rgba(color),
            Optional.empty(),
            Optional.empty());
    return new Node.Text(index, placement, style, List.of(new Node.Rung(0, text)));
  }

  private static Placement placement(double x, double y, double width, double height) {
    return new Placement(new Box(x, y, width, height), 1, 0);
  }
}
