package dev.nameplate.promise;

import static dev.nameplate.promise.RandomScene.pick;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Stacks and measures of progress as a template writes them, without boxes of their own.
 *
 * @param leaf makes a layer that is no stack, with a box
 */
record RandomParts(Random random, Supplier<ObjectNode> leaf) {
  private static final List<String> FILLS =
      List.of("#102030", "#ff6040", "#20a06080", "#ffffff", "#00000040", "#ffc400");
  private static final int DEEPEST = 2;

  /** A stack of stacks of whatever layers. */
  ObjectNode stack() {
    return stack(0);
  }

  private ObjectNode stack(int depth) {
    boolean row = random.nextBoolean();
    ObjectNode stack = JsonNodeFactory.instance.objectNode().put("type", "stack");
    stack.put("direction", row ? "row" : "column").put("gap", random.nextInt(5));
    stack.put("align", pick(random, List.of("start", "center", "end", "stretch")));
    stack.put("justify", pick(random, List.of("start", "center", "end", "between")));
    if (random.nextBoolean()) {
      stack.put("padding", random.nextInt(6));
      stack.put("radius", random.nextInt(9));
      fill(stack);
    }
    ArrayNode children = stack.putArray("children");
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      children.add(child(depth, row));
    }
    return stack;
  }

  private ObjectNode child(int depth, boolean row) {
    boolean nested = depth < DEEPEST && random.nextInt(5) == 0;
    ObjectNode child = nested ? stack(depth + 1) : leaf.get();
    child.remove("box");
    boolean measured = nested || child.path("type").asText().equals("text");
    if (random.nextInt(5) == 0) {
      child.put("grow", 1 + random.nextInt(2));
    } else if (!measured || random.nextInt(4) == 0) {
      child.put(row ? "width" : "height", 1 + random.nextInt(40));
    }
    if (random.nextInt(3) == 0) {
      child.put(row ? "height" : "width", 1 + random.nextInt(40));
    }
    return child;
  }

  /** The time left until an instant that is the same for everyone, as a clock. */
  ObjectNode countdown() {
    ObjectNode countdown = JsonNodeFactory.instance.objectNode().put("type", "countdown");
    countdown.put("to", "2099-11-30").put("size", 6 + random.nextInt(60));
    countdown.put("gap", 0).put("color", pick(random, FILLS));
    countdown.putArray("units").add("days").add("hours").add("minutes");
    countdown.putObject("panel").put("fill", pick(random, FILLS)).put("radius", random.nextInt(9));
    countdown.put("align", pick(random, List.of("start", "center", "end")));
    return countdown;
  }

  /** A bar or a ring. */
  ObjectNode progress() {
    ObjectNode progress = JsonNodeFactory.instance.objectNode().put("type", "progress");
    progress.put("value", pick(random, List.of("{{ points }}", "{{ points | times: 2 }}")));
    progress.put("max", 1 + random.nextInt(200)).put("track", pick(random, FILLS));
    progress.put("shape", pick(random, List.of("bar", "ring")));
    progress.put("rounded", random.nextBoolean()).put("thickness", 1 + random.nextInt(20));
    if (random.nextBoolean()) {
      progress.putObject("label").put("text", "{{ points }}").put("size", 6 + random.nextInt(20));
    }
    return fill(progress);
  }

  /** A row of stars. */
  ObjectNode stars() {
    ObjectNode stars = JsonNodeFactory.instance.objectNode().put("type", "stars");
    stars.put("max", 1 + random.nextInt(7)).put("gap", random.nextInt(4));
    if (random.nextBoolean()) {
      stars.put("value", random.nextInt(50) / 10.0);
    } else {
      stars.put("value", "{{ points | divided_by: 30.0 }}");
    }
    return fill(stars.put("track", pick(random, FILLS)));
  }

  /** Fills a layer, as often as not by the recipient's tier. */
  private ObjectNode fill(ObjectNode layer) {
    if (random.nextBoolean()) {
      return layer.put("fill", pick(random, FILLS));
    }
    ObjectNode table = layer.putObject("fill").put("by", "tier");
    table.put("VIP", pick(random, FILLS)).put("*", pick(random, FILLS));
    return layer;
  }
}
