package dev.nameplate.render;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.template.Layer;
import dev.nameplate.template.Template;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paints pictures: static layers once per template and scale, the others once per request. */
public final class Renderer {
  /** The height of a strip, in device pixels: one row of JPEG's units at 4:2:0. */
  public static final int STRIP_ROWS = 16;

  private static final Logger log = LoggerFactory.getLogger(Renderer.class);

  private final LayerPainter painter;
  private final ScratchPixels scratch = new ScratchPixels();

  /**
   * @param scaledBytes what scaled pictures may take together
   */
  public Renderer(AssetSource assets, long scaledBytes) {
    this.painter = new LayerPainter(new ScaledPictures(assets, scaledBytes));
  }

  /**
   * Paints what is the same for everyone.
   *
   * @param layers the template's layers placed with any values; only static ones are painted
   * @param flatten whether a transparent picture is laid on the template's matte
   */
  public PreparedBase prepare(
      Template template, List<PlacedLayer> layers, Scale scale, boolean flatten) {
    List<String> failures = new ArrayList<>();
    Canvas canvas = background(template, scale, flatten);
    int firstDynamic = firstDynamic(template);
    paintStatic(canvas, template, layers.subList(0, firstDynamic), failures);
    BufferedImage below = canvas.image();
    if (firstDynamic == layers.size()) {
      return new PreparedBase(template, scale, below, below, firstDynamic, List.of(), failures);
    }
    Canvas complete = new Canvas(copy(below), scale);
    paintStatic(complete, template, layers.subList(firstDynamic, layers.size()), failures);
    return new PreparedBase(
        template,
        scale,
        below,
        complete.image(),
        firstDynamic,
        changeable(template, scale),
        failures);
  }

  /** Paints the strips that the dynamic layers draw on. */
  public Painted paint(PreparedBase base, List<PlacedLayer> layers) {
    Template template = base.template();
    BufferedImage below = base.below();
    BitSet strips = new BitSet();
    for (PlacedLayer layer : layers) {
      if (layer instanceof PlacedLayer.Visible visible && isDynamic(template, layer)) {
        mark(strips, visible.bounds(), base.complete().getHeight(), base.scale());
      }
    }
    ScratchPixels.Loan loan = scratch.like(below);
    BufferedImage image = loan.image();
    List<String> failures = new ArrayList<>(base.failures());
    List<PlacedLayer> above = layers.subList(base.firstDynamic(), layers.size());
    for (int first = strips.nextSetBit(0); first >= 0; ) {
      int after = strips.nextClearBit(first);
      int top = first * STRIP_ROWS;
      int bottom = Math.min(after * STRIP_ROWS, image.getHeight());
      Pixels.copyRows(below, image, top, bottom);
      paintRows(new Canvas(image, base.scale()), template, above, top, bottom, failures);
      first = strips.nextSetBit(after);
    }
    return new Painted(image, strips, failures.stream().distinct().toList(), loan::release);
  }

  /** Paints every layer on a fresh canvas, without a base: what strips must equal. */
  public BufferedImage paintWhole(
      Template template, List<PlacedLayer> layers, Scale scale, boolean flatten) {
    Canvas canvas = background(template, scale, flatten);
    int height = canvas.image().getHeight();
    paintRows(canvas, template, layers, 0, height, new ArrayList<>());
    return canvas.image();
  }

  private Canvas background(Template template, Scale scale, boolean flatten) {
    boolean opaque = flatten || template.background().isOpaque();
    Canvas canvas = Canvas.blank(template.size(), scale, opaque);
    if (flatten) {
      canvas.clear(template.output().matte());
      canvas.cover(template.background());
    } else {
      canvas.clear(template.background());
    }
    return canvas;
  }

  private void paintStatic(
      Canvas canvas, Template template, List<PlacedLayer> layers, List<String> failures) {
    List<PlacedLayer> fixed = layers.stream().filter(layer -> !isDynamic(template, layer)).toList();
    paintRows(canvas, template, fixed, 0, canvas.image().getHeight(), failures);
  }

  private void paintRows(
      Canvas canvas,
      Template template,
      List<PlacedLayer> layers,
      int top,
      int bottom,
      List<String> failures) {
    Graphics2D graphics = canvas.rows(top, bottom);
    double factor = canvas.scale().factor();
    for (PlacedLayer layer : layers) {
      if (layer instanceof PlacedLayer.Visible visible
          && meets(visible.bounds().times(factor), top, bottom)) {
        paintOrNote(visible, template, factor, graphics, failures);
      }
    }
    graphics.dispose();
  }

  private void paintOrNote(
      PlacedLayer.Visible layer,
      Template template,
      double factor,
      Graphics2D graphics,
      List<String> failures) {
    try {
      painter.paint(layer, template, factor, graphics);
    } catch (RuntimeException failed) {
      String name = layer.node().index() + " " + layer.node().type();
      log.warn("{}: layer {} left out: {}", template.id(), name, failed.getClass().getName());
      failures.add(name);
    }
  }

  private static boolean meets(Box bounds, int top, int bottom) {
    return bounds.bottom() + 1 > top && bounds.y() - 1 < bottom;
  }

  /** The dynamic layers' boxes, turned, with what antialiasing adds. */
  private static List<DeviceBox> changeable(Template template, Scale scale) {
    return template.layers().stream()
        .filter(layer -> !LayerFields.isStatic(layer))
        .map(Layer::frame)
        .map(
            frame -> {
              Box box = frame.box();
              return box.turned(frame.rotate(), box.centreX(), box.centreY())
                  .times(scale.factor())
                  .grown(1);
            })
        .map(Renderer::covering)
        .toList();
  }

  private static DeviceBox covering(Box box) {
    int left = (int) Math.floor(box.x());
    int top = (int) Math.floor(box.y());
    int right = (int) Math.ceil(box.right());
    return new DeviceBox(left, top, right - left, (int) Math.ceil(box.bottom()) - top);
  }

  private static void mark(BitSet strips, Box bounds, int height, Scale scale) {
    if (bounds.isEmpty()) {
      return;
    }
    Box device = bounds.times(scale.factor());
    int last = height - 1;
    int top = Math.max(0, Math.min(last, (int) Math.floor(device.y()) - 1));
    int bottom = Math.max(0, Math.min(last, (int) Math.ceil(device.bottom()) + 1));
    strips.set(top / STRIP_ROWS, bottom / STRIP_ROWS + 1);
  }

  private static boolean isDynamic(Template template, PlacedLayer layer) {
    return !LayerFields.isStatic(template.layers().get(layer.node().index()));
  }

  private static int firstDynamic(Template template) {
    int index = 0;
    while (index < template.layers().size() && LayerFields.isStatic(template.layers().get(index))) {
      index++;
    }
    return index;
  }

  private static BufferedImage copy(BufferedImage image) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    Pixels.copyRows(image, copy, 0, image.getHeight());
    return copy;
  }
}
