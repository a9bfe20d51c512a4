package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Layers one after the other in a row or a column. One that steps aside leaves no gap; where all
 * do, the stack does.
 *
 * @param children in reading order, or from the top down; the boxes of their frames say nothing
 */
public record StackLayer(Frame frame, StackStyle style, List<Child> children) implements Layer {
  public StackLayer {
    children = List.copyOf(children);
  }

  /** A layer of a stack, and the size it asks for. */
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
