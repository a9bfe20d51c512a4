package dev.nameplate.scene;

import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.Fill;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.QrLayer;
import dev.nameplate.template.ShapeLayer;
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
   */
  record Rung(int wording, String text) {
    @Override
    public String toString() {
      return "Rung[" + wording + ", " + text.length() + " chars]";
    }
  }

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
}
