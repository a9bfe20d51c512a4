package dev.nameplate.render;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.paint.Canvas;
import dev.nameplate.render.paint.LayerPainter;
import dev.nameplate.render.paint.PaintContext;
import dev.nameplate.render.paint.ScaledPictures;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Layer;
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

  private final LayerPainter painter = new LayerPainter();
  private final PaintContext.Pictures pictures;
  private final ScratchPixels scratch = new ScratchPixels();

  /**
   * @param scaledBytes what scaled pictures may take together
   */
  public Renderer(AssetSource assets, long scaledBytes) {
    this.pictures = new ScaledPictures(assets, scaledBytes);
  }

  /**
   * Paints what is the same for everyone.
   *
   * @param layers the template's layers placed with any values; only static ones are painted
   * @param flatten whether a transparent picture is laid on the template's matte
   */
  public PreparedBackground prepare(
      Template template, List<PlacedLayer> layers, Scale scale, boolean flatten) {
    List<String> failures = new ArrayList<>();
    Canvas canvas = background(template, scale, flatten);
    int firstDynamic = firstDynamic(template);
    List<PlacedLayer> under = fixed(template, layers.subList(0, firstDynamic));
    paintLayers(canvas, template, under, all(canvas), failures);
    BufferedImage below = canvas.image();
    if (firstDynamic == layers.size()) {
      return new PreparedBackground(
          template, scale, below, below, firstDynamic, List.of(), failures);
    }
    List<PlacedLayer> above = fixed(template, layers.subList(firstDynamic, layers.size()));
    BufferedImage complete = above.isEmpty() ? below : copy(below);
    paintLayers(new Canvas(complete, scale), template, above, all(canvas), failures);
    return new PreparedBackground(
        template, scale, below, complete, firstDynamic, changeable(template, scale), failures);
  }

  /** Paints the strips that the dynamic layers draw on. */
  public PaintedStrips paint(PreparedBackground base, List<PlacedLayer> layers) {
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
    for (RowRun run : RowRun.of(strips, image.getHeight())) {
      PixelRows.copyRows(below, image, run.top(), run.bottom());
    }
    paintLayers(new Canvas(image, base.scale()), template, above, strips, failures);
    return new PaintedStrips(image, strips, failures.stream().distinct().toList(), loan::release);
  }

  /** Paints every layer on a fresh canvas, without a base: what strips must equal. */
  public BufferedImage paintWhole(
      Template template, List<PlacedLayer> layers, Scale scale, boolean flatten) {
    Canvas canvas = background(template, scale, flatten);
    paintLayers(canvas, template, layers, all(canvas), new ArrayList<>());
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

  private static List<PlacedLayer> fixed(Template template, List<PlacedLayer> layers) {
    return layers.stream().filter(layer -> !isDynamic(template, layer)).toList();
  }

  /**
   * Paints what of some layers lies in some strips; what it makes of the rows between is no matter.
   *
   * <p>Java2D's antialiasing and gradients come out a little different under another clip: curves
   * are split at it, and what is summed up along an edge begins at it. So a layer is painted with
   * the whole canvas for a clip whichever strips are wanted, unless its pixels stand alone.
   */
  private void paintLayers(
      Canvas canvas,
      Template template,
      List<PlacedLayer> layers,
      BitSet strips,
      List<String> failures) {
    Graphics2D graphics = canvas.graphics();
    Box all = new Box(0, 0, canvas.image().getWidth(), canvas.image().getHeight());
    PaintContext paintContext =
        new PaintContext(
            graphics, all, canvas.image(), canvas.scale().factor(), template, pictures);
    List<RowRun> runs = RowRun.of(strips, canvas.image().getHeight());
    for (PlacedLayer layer : layers) {
      if (layer instanceof PlacedLayer.Visible visible) {
        Box bounds = visible.bounds().times(paintContext.factor());
        List<RowRun> touched = runs.stream().filter(run -> run.meets(bounds)).toList();
        if (LayerPainter.standsAlone(visible)) {
          touched.forEach(run -> paintRows(visible, paintContext, run, failures));
        } else if (!touched.isEmpty()) {
          paintOrNote(visible, paintContext, failures);
        }
      }
    }
    graphics.dispose();
  }

  private void paintRows(
      PlacedLayer.Visible layer, PaintContext paintContext, RowRun run, List<String> failures) {
    Graphics2D graphics = (Graphics2D) paintContext.graphics().create();
    graphics.clipRect(0, run.top(), Integer.MAX_VALUE, run.bottom() - run.top());
    paintOrNote(layer, paintContext.with(graphics), failures);
    graphics.dispose();
  }

  private void paintOrNote(
      PlacedLayer.Visible layer, PaintContext paintContext, List<String> failures) {
    try {
      painter.paint(layer, paintContext);
    } catch (RuntimeException failed) {
      String name = layer.node().index() + " " + layer.node().type();
      String id = paintContext.template().id();
      log.warn("{}: layer {} left out: {}", id, name, failed.getClass().getName());
      failures.add(name);
    }
  }

  private static BitSet all(Canvas canvas) {
    BitSet all = new BitSet();
    all.set(0, (canvas.image().getHeight() + STRIP_ROWS - 1) / STRIP_ROWS);
    return all;
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
    PixelRows.copyRows(image, copy, 0, image.getHeight());
    return copy;
  }
}
