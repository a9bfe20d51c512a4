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

/** A layer with every value, condition and default resolved; only a text's rung is still open. */
public sealed interface Node {
  /** The layer's place in the template, from 0. */
  int index();

  /** As the template writes it. */
  String type();

  /** A layer that steps aside, because its condition does not hold or its values are absent. */
  record Absent(int index, String type) implements Node {}

  /** A node that is there. */
  sealed interface Present extends Node {
    Placement placement();

    /** The same at another place. */
    Present at(Placement other);
  }

  /**
   * Text, as the rungs of its copy ladder that its values allow.
   *
   * @param rungs at least one, the best first
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
   * One wording with its values in place.
   *
   * @param wording its place in the template's list, from 0
   * @param text for drawing: its values stand between marks of isolation
   * @param spans in order, the last of them to the text's end; none where all of it has the layer's
   *     own look
   */
  record Rung(int wording, String text, List<Span> spans) {
    private static final char FIRST_START_OF_VALUE = '\u2066';
    private static final char LAST_START_OF_VALUE = '\u2068';

    public Rung {
      spans = List.copyOf(spans);
    }

    /** A wording in the layer's own look. */
    public Rung(int wording, String text) {
      this(wording, text, List.of());
    }

    /** Whether any of its words come from the recipient's values. */
    public boolean showsValue() {
      return text.chars().anyMatch(c -> c >= FIRST_START_OF_VALUE && c <= LAST_START_OF_VALUE);
    }

    @Override
    public String toString() {
      return "Rung[" + wording + ", " + text.length() + " chars]";
    }
  }

  /**
   * A stretch of a rung's text in a look of its own.
   *
   * @param end the character after its last
   */
  record Span(int end, SpanStyle style) {}

  /**
   * A picture below the template's folder, or one from outside.
   *
   * @param path {@code assets/stage.jpg}
   * @param outside in place of the path, where it was fetched
   * @param mask a picture whose alpha, stretched over this one, cuts it
   */
  record Picture(
      int index,
      Placement placement,
      String path,
      Optional<RemoteImageRef> outside,
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
      return new Picture(index, other, path, outside, fit, position, radius, circle, mask);
    }
  }

  /**
   * What stands for a person's picture: a disc with the first letters of the name.
   *
   * @param letters none where there is no name; then a figure is drawn
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

  /** A plain shape. */
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

  /** A QR code with its payload. */
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
   * Nodes that are one layer: turned, faded and clipped together.
   *
   * @param type as the template writes it
   * @param parts from the bottom up, each upright and opaque within the group's box
   */
  record Group(int index, String type, Placement placement, List<Present> parts)
      implements Present {
    public Group {
      parts = List.copyOf(parts);
    }

    /** Turned and faded otherwise; its parts stay where they are. */
    @Override
    public Group at(Placement other) {
      return new Group(index, type, other, parts);
    }
  }

  /** A code for scanners that is no QR code. */
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
   * A bar or a ring.
   *
   * @param share of it that is filled, 0 to 1
   * @param label what is written on it; its place is still open
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
   * @param filled how many, 0 to {@code count}
   * @param align where they stand in a box that is wider, from the left
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
   * Nodes beside or below each other, whose places are still open.
   *
   * @param children in order; their indices are their places in the stack, from 0
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

    /** What its children stand on; neither turned nor faded. */
    public Optional<Shape> ground() {
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

  /** A node of a stack, and the size it asks for. */
  record Child(Node node, Sizing sizing) {}
}
