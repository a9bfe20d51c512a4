package dev.nameplate.promise;

import static dev.nameplate.promise.RandomScene.pick;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Layers as a template writes them, static and dynamic ones in turn as chance has it. */
record RandomLayer(Random random, RandomBoxes boxes) {
  private static final List<String> COLOURS =
      List.of("#102030", "#ff6040", "#20a06080", "#ffffff", "#00000040", "#ffc400");
  private static final List<String> OPAQUE = List.of("#102030", "#ff6040", "#20a060", "#ffc400");

  private static final List<String> CONDITIONS =
      List.of(
          "tier == 'VIP'",
          "tier == 'VIP'",
          "tier != 'VIP' and theme == 'Dark'",
          "theme == 'Dark' or photo",
          "name == nil",
          "points > 50");

  /** A layer of any type. */
  ObjectNode any() {
    return random.nextInt(6) == 0 ? boxed(new RandomParts(random, this::leaf).stack()) : leaf();
  }

  /** A stack, half transparent as one, and turned. */
  ObjectNode turnedGroup() {
    ObjectNode stack = boxed(new RandomParts(random, this::leaf).stack());
    stack.put("opacity", (1 + random.nextInt(10)) / 10.0);
    return stack.put("rotate", random.nextInt(721) - 360);
  }

  /** A countdown. */
  ObjectNode countdown() {
    return boxed(new RandomParts(random, this::leaf).countdown());
  }

  /** A layer that is no stack. */
  private ObjectNode leaf() {
    RandomParts parts = new RandomParts(random, this::leaf);
    ObjectNode layer =
        switch (random.nextInt(12)) {
          case 0, 1, 2 -> text();
          case 3, 4 -> image();
          case 5 -> qr();
          case 6 -> barcode();
          case 7, 8 -> boxed(parts.progress());
          case 9 -> boxed(parts.stars());
          default -> shape();
        };
    if (random.nextInt(4) == 0) {
      layer.put("opacity", random.nextInt(11) / 10.0);
    }
    if (random.nextInt(4) == 0) {
      layer.put(
          "rotate", random.nextBoolean() ? 90 * random.nextInt(4) : random.nextInt(721) - 360);
    }
    return layer;
  }

  /** A layer of few colours. */
  ObjectNode flat() {
    if (random.nextInt(4) == 0) {
      ObjectNode text = layer("text").put("size", 8 + random.nextInt(30));
      return text.put("text", words()).put("color", pick(random, OPAQUE));
    }
    if (random.nextInt(5) == 0) {
      return qr();
    }
    ObjectNode shape = layer("shape").put("shape", "rect").put("fill", pick(random, OPAQUE));
    return when(shape);
  }

  /** A static layer after which no palette will do, unless it is tiny. */
  ObjectNode ofManyColours(boolean translucent) {
    ObjectNode image = layer("image").put("fit", "fill");
    return image.put("src", translucent ? "assets/clear.png" : "assets/photo.png");
  }

  private ObjectNode text() {
    ObjectNode text = layer("text").put("size", 6 + random.nextInt(40));
    text.put("text", words());
    color(text, "color");
    text.put("font", pick(random, List.of("Inter", "Source Serif 4")));
    text.put("maxLines", 1 + random.nextInt(3));
    text.put("align", pick(random, List.of("start", "center", "end")));
    text.put("valign", pick(random, List.of("top", "middle", "bottom")));
    if (random.nextInt(3) == 0) {
      text.putObject("shadow")
          .put("dx", random.nextInt(61) - 30)
          .put("dy", random.nextInt(61) - 30)
          .put("blur", random.nextInt(24))
          .put("color", pick(random, COLOURS));
    }
    if (random.nextInt(5) == 0) {
      text.putObject("outline").put("width", 1 + random.nextInt(4)).put("color", "#ffffff");
    }
    return text;
  }

  private String words() {
    return pick(random, List.of("Seat", "Jg", "{{ name }}", "{{ name }}", "No. {{ code }}", "Å|_"));
  }

  private ObjectNode image() {
    ObjectNode image = layer("image").put("fit", pick(random, List.of("cover", "contain", "fill")));
    image.put("src", pick(random, List.of("{{ photo }}", "assets/flat.png", "assets/photo.png")));
    if (random.nextInt(3) == 0) {
      image.put("circle", true);
    } else if (random.nextInt(3) == 0) {
      image.put("radius", random.nextInt(30));
    } else if (random.nextInt(3) == 0) {
      image.put("mask", "assets/clear.png");
    }
    return when(image);
  }

  private ObjectNode qr() {
    ObjectNode qr = layer("qr").put("quietZone", random.nextInt(3)).put("correction", "L");
    if (random.nextInt(4) == 0) {
      qr.put("logo", "assets/photo.png");
    }
    return qr.put("data", pick(random, List.of("{{ code }}", "fixed")));
  }

  private ObjectNode barcode() {
    String symbology = pick(random, List.of("code128", "pdf417", "aztec", "datamatrix"));
    ObjectNode barcode = layer("barcode").put("symbology", symbology).put("quietZone", 1);
    return barcode.put("data", pick(random, List.of("{{ code }}", "fixed")));
  }

  private ObjectNode shape() {
    ObjectNode shape =
        layer("shape").put("shape", pick(random, List.of("rect", "ellipse", "line")));
    switch (random.nextInt(3)) {
      case 0 -> color(shape, "fill");
      case 1 -> gradient(shape);
      default ->
          shape
              .putObject("stroke")
              .put("width", 1 + random.nextInt(9) / 2.0)
              .put("color", pick(random, COLOURS));
    }
    shape.put("radius", random.nextInt(3) * random.nextInt(9));
    return when(shape);
  }

  private void gradient(ObjectNode shape) {
    boolean linear = random.nextBoolean();
    ObjectNode fill = shape.putObject("fill").put("type", linear ? "linear" : "radial");
    if (linear) {
      fill.put("angle", random.nextInt(361));
    }
    ArrayNode stops = fill.putArray("stops");
    stops.addArray().add(0).add(pick(random, COLOURS));
    stops.addArray().add(1).add(pick(random, COLOURS));
  }

  /** Makes every other layer one that not everyone gets. */
  private ObjectNode when(ObjectNode layer) {
    return random.nextBoolean() ? layer : layer.put("when", pick(random, CONDITIONS));
  }

  /** Gives a layer one color, or one for each value of a choice. */
  private void color(ObjectNode layer, String key) {
    if (random.nextInt(3) > 0) {
      layer.put(key, pick(random, COLOURS));
      return;
    }
    ObjectNode table = layer.putObject(key).put("by", random.nextBoolean() ? "tier" : "theme");
    table.put(table.get("by").asText().equals("tier") ? "VIP" : "Dark", pick(random, COLOURS));
    table.put("*", pick(random, COLOURS));
  }

  private ObjectNode layer(String type) {
    return boxed(JsonNodeFactory.instance.objectNode().put("type", type));
  }

  private ObjectNode boxed(ObjectNode layer) {
    layer.set("box", boxes.next());
    return layer;
  }
}
