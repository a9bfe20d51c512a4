package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Layers in a row or a column. A hidden child leaves no gap; where all children are hidden, so is
 * the stack.
 *
 * @param frame its place on the canvas
 * @param style how children are arranged
 * @param children in reading order or from top to bottom, at most 20; the boxes of their frames are
 *     not used
 */
public record StackLayer(Frame frame, StackStyle style, List<Child> children) implements Layer {
  public StackLayer {
    children = List.copyOf(children);
  }

  /**
   * A layer of a stack.
   *
   * @param layer of any kind; the box of its frame is not used
   * @param sizing the size that it asks for
   */
  public record Child(Layer layer, Sizing sizing) {}

  @Override
  public String type() {
    return "stack";
  }

  @Override
  public boolean isContentStatic() {
    return children.stream().allMatch(child -> child.layer().isStatic());
  }

  @Override
  public boolean showsTime() {
    return children.stream().anyMatch(child -> child.layer().showsTime());
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    children.forEach(child -> fields.addAll(child.layer().named()));
    return fields;
  }
}
