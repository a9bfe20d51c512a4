package dev.nameplate.scene;

import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.Fill;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.QrLayer;
import dev.nameplate.template.ShapeLayer;
import dev.nameplate.template.SpanStyle;
import dev.nameplate.template.Stroke;
import dev.nameplate.template.TextStyle;
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
    private static final char START_OF_VALUE = '\u2068';

    public Rung {
      spans = List.copyOf(spans);
    }

    /** A wording in the layer's own look. */
    public Rung(int wording, String text) {
      this(wording, text, List.of());
    }

    /** Whether any of its words come from the recipient's values. */
    public boolean showsValue() {
      return text.indexOf(START_OF_VALUE) >= 0;
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
   * A picture below the template's folder.
   *
   * @param path {@code assets/stage.jpg}
   */
  record Picture(
      int index,
      Placement placement,
      String path,
      ImageLayer.Fit fit,
      Position position,
      double radius,
      boolean circle)
      implements Present {
    @Override
    public String type() {
      return "image";
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
  }

  /** A QR code with its payload. */
  record Qr(
      int index,
      Placement placement,
      String payload,
      QrLayer.Correction correction,
      int quietZone,
      Rgba dark,
      Rgba light)
      implements Present {
    @Override
    public String type() {
      return "qr";
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
  }
}
