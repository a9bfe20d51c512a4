package dev.nameplate.scene;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.merge.value.RemoteImageRef;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.ProgressStyle;
import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.layer.ShapeLayer;
import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackStyle;
import dev.nameplate.template.layer.Stroke;
import dev.nameplate.template.layer.Symbology;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.SpanStyle;
import java.util.List;
import java.util.Optional;

/**
 * A layer with every value, condition and default resolved. Only the choice among a text's rungs is
 * left to layout.
 *
 * <p>Lengths are in pixels at 1x. {@code index} and {@code placement} mean the same in all nodes:
 * see {@link #index} and {@link Present#placement}. Texts and payloads are a recipient's data:
 * {@code toString} has their lengths only.
 */
public sealed interface Node {
  /** The layer's index in the template, or in its stack, from 0. */
  int index();

  /** The layer's {@code type} in {@code template.json}. */
  String type();

  /** A layer that is hidden, because its condition does not hold or its values are absent. */
  record Absent(int index, String type) implements Node {}

  /** A layer that is shown. */
  sealed interface Present extends Node {
    /** Bounds, opacity and rotation. */
    Placement placement();

    /** A copy of this node with another placement. */
    Present at(Placement other);
  }

  /**
   * Text, with the rungs of its copy ladder whose values are present.
   *
   * @param style font, size range, alignment and color
   * @param rungs at least one, the preferred first
   */
  record Text(int index, Placement placement, TextStyle style, List<Rung> rungs)
      implements Present {
    public Text {
      rungs = List.copyOf(rungs);
    }

    @Override
    public String type() {
      return "text";
    }

    @Override
    public Text at(Placement other) {
      return new Text(index, other, style, rungs);
    }
  }

  /**
   * One wording with its values filled in.
   *
   * @param wording its index in the template's list, from 0
   * @param text for drawing; each value is enclosed in U+2068 and U+2069 (isolates of UAX 9)
   * @param spans in order, the last one ending at the text's end; empty if all of it has the
   *     layer's style
   */
  record Rung(int wording, String text, List<Span> spans) {
    private static final char FIRST_START_OF_VALUE = '\u2066';
    private static final char LAST_START_OF_VALUE = '\u2068';

    public Rung {
      spans = List.copyOf(spans);
    }

    /** A wording in the layer's style. */
    public Rung(int wording, String text) {
      this(wording, text, List.of());
    }

    /**
     * Whether the text contains a value of a field, which is recognized by the character that
     * begins an isolate: U+2066, U+2067 or U+2068 (UAX 9).
     */
    public boolean showsValue() {
      return text.chars().anyMatch(c -> c >= FIRST_START_OF_VALUE && c <= LAST_START_OF_VALUE);
    }

    @Override
    public String toString() {
      return "Rung[" + wording + ", " + text.length() + " chars]";
    }
  }

  /**
   * Part of a rung's text with a style of its own; it begins where the span before it ends.
   *
   * @param end index after its last UTF-16 unit
   * @param style weight, color and size relative to the text's
   */
  record Span(int end, SpanStyle style) {}

  /**
   * An image from the template's folder, or a remote one.
   *
   * @param path relative to the template's folder, {@code assets/stage.jpg}; ignored for a remote
   *     image
   * @param remote the fetched image; empty for one from the template's folder
   * @param fit how the image is scaled to its box
   * @param position which part is shown, or where it is placed, if the aspect ratios differ
   * @param radius of the corners; 0 for square ones
   * @param circle whether the image is clipped to an ellipse; the radius is then ignored
   * @param mask path of an image whose alpha, stretched over this one, masks it; empty for none
   */
  record Picture(
      int index,
      Placement placement,
      String path,
      Optional<RemoteImageRef> remote,
      ImageLayer.Fit fit,
      Position position,
      double radius,
      boolean circle,
      Optional<String> mask)
      implements Present {
    @Override
    public String type() {
      return "image";
    }

    @Override
    public Picture at(Placement other) {
      return new Picture(index, other, path, remote, fit, position, radius, circle, mask);
    }
  }

  /**
   * The placeholder of a person's picture: a disc with initials.
   *
   * @param fill color of the disc
   * @param ink color of the letters
   * @param letters empty if there is no name; a silhouette is then drawn
   */
  record Initials(int index, Placement placement, Rgba fill, Rgba ink, Optional<String> letters)
      implements Present {
    @Override
    public String type() {
      return "image";
    }

    @Override
    public Initials at(Placement other) {
      return new Initials(index, other, fill, ink, letters);
    }

    @Override
    public String toString() {
      return "Initials[" + index + "]";
    }
  }

  /**
   * A rectangle, ellipse or line.
   *
   * @param kind decides whether {@code fill} and {@code radius} are used
   * @param fill empty for none
   * @param stroke empty for none; it lies inside the shape
   * @param radius of a rectangle's corners
   */
  record Shape(
      int index,
      Placement placement,
      ShapeLayer.Kind kind,
      Optional<Fill> fill,
      Optional<Stroke> stroke,
      double radius)
      implements Present {
    @Override
    public String type() {
      return "shape";
    }

    @Override
    public Shape at(Placement other) {
      return new Shape(index, other, kind, fill, stroke, radius);
    }
  }

  /**
   * A QR code (ISO/IEC 18004).
   *
   * @param payload the text to encode
   * @param correction the minimum level of error correction
   * @param quietZone the margin, in modules
   * @param dark color of the dark modules
   * @param light color of the light modules and the margin
   * @param logo drawn in the middle; empty for none
   */
  record Qr(
      int index,
      Placement placement,
      String payload,
      QrLayer.Correction correction,
      int quietZone,
      Rgba dark,
      Rgba light,
      Optional<QrLayer.Logo> logo)
      implements Present {
    @Override
    public String type() {
      return "qr";
    }

    @Override
    public Qr at(Placement other) {
      return new Qr(index, other, payload, correction, quietZone, dark, light, logo);
    }

    @Override
    public String toString() {
      return "Qr[" + index + ", " + payload.length() + " chars]";
    }
  }

  /**
   * Nodes of one layer, rotated, faded and clipped together.
   *
   * @param type the layer's {@code type} in {@code template.json}
   * @param parts at least one, from the bottom up, each without rotation or opacity of its own
   */
  record Group(int index, String type, Placement placement, List<Present> parts)
      implements Present {
    public Group {
      parts = List.copyOf(parts);
    }

    /** The same parts in the same places, with another rotation and opacity of the group. */
    @Override
    public Group at(Placement other) {
      return new Group(index, type, other, parts);
    }
  }

  /**
   * A barcode other than QR.
   *
   * @param payload text that the symbology can encode
   * @param symbology the kind of barcode, which can encode the payload
   * @param quietZone the margin, in modules
   * @param dark color of the dark modules or bars
   * @param light color of the light modules and the margin
   */
  record Barcode(
      int index,
      Placement placement,
      String payload,
      Symbology symbology,
      int quietZone,
      Rgba dark,
      Rgba light)
      implements Present {
    @Override
    public String type() {
      return "barcode";
    }

    @Override
    public Barcode at(Placement other) {
      return new Barcode(index, other, payload, symbology, quietZone, dark, light);
    }

    @Override
    public String toString() {
      return "Barcode[" + index + ", " + payload.length() + " chars]";
    }
  }

  /**
   * A progress bar or ring.
   *
   * @param style shape, colors and direction
   * @param share the filled fraction, 0 to 1
   * @param label text on it, placed by layout; empty for none
   */
  record Progress(
      int index, Placement placement, ProgressStyle style, double share, Optional<Text> label)
      implements Present {
    @Override
    public String type() {
      return "progress";
    }

    @Override
    public Progress at(Placement other) {
      return new Progress(index, other, style, share, label);
    }
  }

  /**
   * A row of stars.
   *
   * @param filled how many are filled, 0 to {@code count}; fractions fill part of a star
   * @param count how many stars there are
   * @param gap between two stars
   * @param fill of the filled part
   * @param track color of the rest
   * @param align alignment in a wider box, already resolved: start is left
   * @param rightToLeft whether the first star is the rightmost
   */
  record Stars(
      int index,
      Placement placement,
      double filled,
      int count,
      double gap,
      Fill fill,
      Rgba track,
      Alignment align,
      boolean rightToLeft)
      implements Present {
    @Override
    public String type() {
      return "stars";
    }

    @Override
    public Stars at(Placement other) {
      return new Stars(index, other, filled, count, gap, fill, track, align, rightToLeft);
    }
  }

  /**
   * Nodes beside or below each other, which layout sizes and positions.
   *
   * @param style direction, gaps and alignment of the children
   * @param children in order, hidden ones included; their indices count within the stack, from 0
   */
  record Stack(int index, Placement placement, StackStyle style, List<Child> children)
      implements Present {
    public Stack {
      children = List.copyOf(children);
    }

    @Override
    public String type() {
      return "stack";
    }

    @Override
    public Stack at(Placement other) {
      return new Stack(index, other, style, children);
    }

    /**
     * The rectangle behind the children, which fills the stack's box, without rotation or opacity
     * of its own; empty if the style has no fill.
     */
    public Optional<Shape> backdrop() {
      Placement upright = new Placement(placement.box(), 1, 0);
      return style
          .fill()
          .map(
              fill ->
                  new Shape(
                      index,
                      upright,
                      ShapeLayer.Kind.RECT,
                      Optional.of(fill),
                      Optional.empty(),
                      style.radius()));
    }
  }

  /**
   * A node of a stack with the sizes that the template gives it.
   *
   * @param node hidden or not; its box is set by layout
   * @param sizing fixed sides and its share of free space
   */
  record Child(Node node, Sizing sizing) {}
}
