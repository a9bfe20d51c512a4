package dev.nameplate.render;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.geometry.Strip;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.paint.Canvas;
import dev.nameplate.render.paint.LayerPainter;
import dev.nameplate.render.paint.PaintContext;
import dev.nameplate.render.paint.ScaledPictures;
import dev.nameplate.template.Template;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints pictures: static layers once per template and scale, the others once per request. Safe for
 * many threads.
 */
public final class Renderer {
  private static final Logger log = LoggerFactory.getLogger(Renderer.class);

  private final LayerPainter painter = new LayerPainter();
  private final PaintContext.Pictures pictures;
  private final ScratchPixels scratch = new ScratchPixels();

  /**
   * @param assets loads the templates' images
   * @param scaledBytes limit of the cache of scaled images, in bytes
   */
  public Renderer(AssetSource assets, long scaledBytes) {
    this.pictures = new ScaledPictures(assets, scaledBytes);
  }

  /**
   * Paints a template's static layers.
   *
   * @param layers the template's layers placed with any values; only those of the background are
   *     painted
   * @param inBackground the indexes of the layers that belong to the background
   * @param flatten whether the picture is drawn over the template's opaque matte color, for formats
   *     without alpha
   * @return the background, with images of type {@code TYPE_INT_RGB} if flattened or if the
   *     template's background is opaque, else {@code TYPE_INT_ARGB}; a layer that fails is left out
   *     and listed in it
   */
  public PreparedBackground prepare(
      Template template,
      List<PlacedLayer> layers,
      BitSet inBackground,
      Scale scale,
      boolean flatten) {
    List<String> failures = new ArrayList<>();
    Canvas canvas = background(template, scale, flatten);
    int firstDynamic = inBackground.nextClearBit(0);
    List<PlacedLayer> under = layers.subList(0, firstDynamic);
    paintLayers(canvas, template, under, all(canvas), failures);
    BufferedImage below = canvas.image();
    if (firstDynamic == layers.size()) {
      BackgroundPixels all = new HeapPixels(below, true);
      return new PreparedBackground(template, scale, all, all, inBackground, failures);
    }
    List<PlacedLayer> above =
        layers.subList(firstDynamic, layers.size()).stream()
            .filter(layer -> inBackground.get(layer.node().index()))
            .toList();
    BufferedImage complete = above.isEmpty() ? below : copy(below);
    paintLayers(new Canvas(complete, scale), template, above, all(canvas), failures);
    BackgroundPixels lower = new HeapPixels(below, true);
    return new PreparedBackground(
        template,
        scale,
        lower,
        complete == below ? lower : new HeapPixels(complete, true),
        inBackground,
        failures);
  }

  /**
   * Returns the same background with its pixels on the heap.
   *
   * @param strips that are stored; the others have arbitrary pixels
   * @throws StoredPixelsException if the file is missing or damaged
   */
  public PreparedBackground onHeap(PreparedBackground stored, BitSet strips) {
    BackgroundPixels below = loaded(stored.below(), strips);
    boolean one = stored.below() == stored.complete();
    return new PreparedBackground(
        stored.template(),
        stored.scale(),
        below,
        one ? below : loaded(stored.complete(), strips),
        stored.inBackground(),
        stored.failures());
  }

  private static BackgroundPixels loaded(BackgroundPixels stored, BitSet strips) {
    Size size = stored.size();
    BufferedImage image = new BufferedImage(size.width(), size.height(), stored.type());
    copy(stored, strips, image);
    boolean whole = strips.cardinality() == (size.height() + Strip.ROWS - 1) / Strip.ROWS;
    return new HeapPixels(image, whole);
  }

  /**
   * Paints the strips that dynamic layers paint on.
   *
   * @param layers all layers of the template, placed with a recipient's values
   * @return an image of the background's size and type, which the caller has to close; a layer that
   *     fails is left out and listed in it, as are the background's failures
   */
  public PaintedStrips paint(PreparedBackground background, List<PlacedLayer> layers) {
    Template template = background.template();
    BackgroundPixels below = background.below();
    BitSet strips = new BitSet();
    for (PlacedLayer layer : layers) {
      if (layer instanceof PlacedLayer.Visible visible
          && !background.inBackground().get(layer.node().index())) {
        mark(strips, visible.bounds(), below.size().height(), background.scale());
      }
    }
    ScratchPixels.Loan loan = scratch.of(below.size(), below.type());
    try {
      ScratchPixels.Loan unchanged = unchanged(background.complete(), strips);
      BufferedImage image = loan.image();
      List<String> failures = new ArrayList<>(background.failures());
      List<PlacedLayer> above = layers.subList(background.firstDynamic(), layers.size());
      copy(below, strips, image);
      paintLayers(new Canvas(image, background.scale()), template, above, strips, failures);
      Runnable release =
          () -> {
            loan.release();
            unchanged.release();
          };
      return new PaintedStrips(
          image, unchanged.image(), strips, failures.stream().distinct().toList(), release);
    } catch (StoredPixelsException damaged) {
      loan.release();
      throw damaged;
    }
  }

  /** The background's own pixels in the strips and in those beside them, which encoders compare. */
  private ScratchPixels.Loan unchanged(BackgroundPixels complete, BitSet strips) {
    if (complete.image().isPresent()) {
      return new ScratchPixels.Loan(complete.image().get(), () -> {});
    }
    ScratchPixels.Loan loan = scratch.of(complete.size(), complete.type());
    try {
      copy(complete, withNeighbors(strips, complete.size().height()), loan.image());
    } catch (StoredPixelsException damaged) {
      loan.release();
      throw damaged;
    }
    return loan;
  }

  private static void copy(BackgroundPixels pixels, BitSet strips, BufferedImage target) {
    for (int first = strips.nextSetBit(0); first >= 0; ) {
      int after = strips.nextClearBit(first);
      pixels.copyStrips(first, after, target);
      first = strips.nextSetBit(after);
    }
  }

  private static BitSet withNeighbors(BitSet strips, int height) {
    BitSet grown = new BitSet();
    int last = (height - 1) / Strip.ROWS;
    strips.stream()
        .forEach(strip -> grown.set(Math.max(0, strip - 1), Math.min(last, strip + 1) + 1));
    return grown;
  }

  /**
   * Paints every layer on a new canvas, without a prepared background: the reference for {@link
   * #paint}. A layer that fails is left out and logged; the result does not list it.
   *
   * @param layers all layers of the template, placed
   * @param flatten whether the picture is drawn over the template's opaque matte color
   * @return an image that the caller owns, of type {@code TYPE_INT_RGB} if flattened or if the
   *     template's background is opaque, else {@code TYPE_INT_ARGB}
   */
  public BufferedImage paintWhole(
      Template template, List<PlacedLayer> layers, Scale scale, boolean flatten) {
    Canvas canvas = background(template, scale, flatten);
    paint(canvas, template, layers);
    return canvas.image();
  }

  /** Paints layers over what a canvas has. */
  void paint(Canvas canvas, Template template, List<PlacedLayer> layers) {
    paintLayers(canvas, template, layers, all(canvas), new ArrayList<>());
  }

  /** A new canvas with a template's color. */
  Canvas background(Template template, Scale scale, boolean flatten) {
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

  /**
   * Paints layers in some strips; rows outside the strips may be painted too, with arbitrary
   * results.
   *
   * <p>Java2D's antialiasing and gradients depend slightly on the clip: curves are split at it, and
   * sums along an edge begin at it. So a layer is painted with the whole canvas as clip, whichever
   * strips are needed, unless its pixels do not depend on the clip.
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
        if (LayerPainter.isClipInvariant(visible)) {
          touched.forEach(run -> paintRows(visible, paintContext, run, failures));
        } else if (!touched.isEmpty()) {
          paintOrRecordFailure(visible, paintContext, failures);
        }
      }
    }
    graphics.dispose();
  }

  private void paintRows(
      PlacedLayer.Visible layer, PaintContext paintContext, RowRun run, List<String> failures) {
    Graphics2D graphics = (Graphics2D) paintContext.graphics().create();
    graphics.clipRect(0, run.top(), Integer.MAX_VALUE, run.bottom() - run.top());
    paintOrRecordFailure(layer, paintContext.with(graphics), failures);
    graphics.dispose();
  }

  private void paintOrRecordFailure(
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
    all.set(0, (canvas.image().getHeight() + Strip.ROWS - 1) / Strip.ROWS);
    return all;
  }

  private static void mark(BitSet strips, Box bounds, int height, Scale scale) {
    if (bounds.isEmpty()) {
      return;
    }
    Box device = bounds.times(scale.factor());
    int last = height - 1;
    int top = Math.max(0, Math.min(last, (int) Math.floor(device.y()) - 1));
    int bottom = Math.max(0, Math.min(last, (int) Math.ceil(device.bottom()) + 1));
    strips.set(top / Strip.ROWS, bottom / Strip.ROWS + 1);
  }

  /** A new image with the same pixels. */
  static BufferedImage copy(BufferedImage image) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    PixelRows.copyRows(image, copy, 0, image.getHeight());
    return copy;
  }
}
