package dev.nameplate.layout;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures and positions a stack's children.
 *
 * <p>Children with a given length get it. Texts and stacks without one get what they need; if that
 * exceeds the free length, it is divided by {@link MaxMinFairness}, and texts choose their wordings
 * and sizes accordingly. The rest goes to children that grow, or else before, after or between the
 * children. Children are positioned on whole pixels at 1x.
 *
 * @param children measures one child
 */
record StackLayout(Node.Stack stack, Child children) {
  /** Measures one child under a constraint. */
  interface Child {
    /**
     * Measures a child, hidden ones included.
     *
     * @param constraint the limits of its size, in pixels at 1x
     * @return {@link MeasuredNode.Skipped} if the child is hidden or has no space, else the child
     *     with its size
     */
    MeasuredNode measure(Node node, SizeConstraint constraint);
  }

  /** The stack measured under a constraint. */
  MeasuredNode.Stacked measure(SizeConstraint constraint) {
    StackStyle.Padding padding = style().padding();
    Extent inner =
        new Extent(
            Math.max(0, constraint.maxWidth() - padding.horizontal()),
            Math.max(0, constraint.maxHeight() - padding.vertical()));
    List<MeasuredNode> measured = sized(inner);
    Extent needed = needed(measured, inner);
    Extent size =
        new Extent(
            constraint.width().orElse(needed.width() + padding.horizontal()),
            constraint.height().orElse(needed.height() + padding.vertical()));
    Extent content =
        new Extent(
            Math.max(0, size.width() - padding.horizontal()),
            Math.max(0, size.height() - padding.vertical()));
    return new MeasuredNode.Stacked(stack, size, positioned(measured, content));
  }

  private StackStyle style() {
    return stack.style();
  }

  private Axis axis() {
    return Axis.of(style());
  }

  private static boolean isVisible(MeasuredNode measuredNode) {
    return !(measuredNode instanceof MeasuredNode.Skipped);
  }

  /** The length of all children along the stack, gaps included. */
  private double taken(List<MeasuredNode> measured) {
    long visible = measured.stream().filter(StackLayout::isVisible).count();
    double lengths = measured.stream().mapToDouble(each -> axis().along(each.size())).sum();
    return lengths + style().gap() * Math.max(0, visible - 1);
  }

  private Extent needed(List<MeasuredNode> measured, Extent inner) {
    double across =
        measured.stream().mapToDouble(each -> axis().across(each.size())).max().orElse(0);
    boolean grows = stack.children().stream().anyMatch(child -> isGrowing(child));
    return axis().extent(grows ? axis().along(inner) : taken(measured), across);
  }

  private static boolean isGrowing(Node.Child child) {
    return child.node() instanceof Node.Present && child.sizing().grow() > 0;
  }

  /** Each child measured, in order. */
  private List<MeasuredNode> sized(Extent inner) {
    List<Node.Child> all = stack.children();
    long visible = all.stream().filter(child -> child.node() instanceof Node.Present).count();
    double[] most = new double[all.size()];
    double free = axis().along(inner) - style().gap() * Math.max(0, visible - 1);
    for (Node.Child child : all) {
      free -= isGrowing(child) ? 0 : fixed(child).orElse(0.0);
    }
    Arrays.fill(most, Math.max(0, free));
    MeasuredNode[] measured = new MeasuredNode[all.size()];
    int[] flexible = IntStream.range(0, all.size()).filter(at -> isFlexible(all.get(at))).toArray();
    for (int at : flexible) {
      measured[at] = measure(all.get(at), inner, most[at], Optional.empty());
    }
    free -= squeeze(measured, flexible, inner, Math.max(0, free));
    double shares =
        all.stream()
            .filter(StackLayout::isGrowing)
            .mapToDouble(child -> child.sizing().grow())
            .sum();
    for (int at = 0; at < measured.length; at++) {
      Node.Child child = all.get(at);
      if (isGrowing(child)) {
        double part = Math.floor(Math.max(0, free) * child.sizing().grow() / shares);
        measured[at] = measure(child, inner, part, Optional.of(part));
      } else if (!isFlexible(child)) {
        measured[at] = measure(child, inner, axis().along(inner), fixed(child));
      }
    }
    return List.of(measured);
  }

  /** Measures again the children that exceed their fair length; returns the new total length. */
  private double squeeze(MeasuredNode[] measured, int[] flexible, Extent inner, double free) {
    double[] natural =
        Arrays.stream(flexible).mapToDouble(at -> axis().along(measured[at].size())).toArray();
    double[] parts = MaxMinFairness.of(natural, free);
    double sum = 0;
    for (int i = 0; i < flexible.length; i++) {
      int at = flexible[i];
      if (parts[i] < natural[i]) {
        measured[at] = measure(stack.children().get(at), inner, parts[i], Optional.empty());
      }
      sum += axis().along(measured[at].size());
    }
    return sum;
  }

  private boolean isFlexible(Node.Child child) {
    boolean knowsItsSize = child.node() instanceof Node.Text || child.node() instanceof Node.Stack;
    return knowsItsSize && !isGrowing(child) && fixed(child).isEmpty();
  }

  private Optional<Double> fixed(Node.Child child) {
    return child.node() instanceof Node.Present ? axis().along(child.sizing()) : Optional.empty();
  }

  private MeasuredNode measure(
      Node.Child child, Extent inner, double most, Optional<Double> along) {
    Extent extent = axis().extent(most, axis().across(inner));
    return children.measure(child.node(), axis().constraint(extent, along, across(child, inner)));
  }

  /** Across the stack, a text or nested stack takes what it needs, any other layer all there is. */
  private Optional<Double> across(Node.Child child, Extent inner) {
    Sizing sizing = child.sizing();
    boolean knowsItsSize = child.node() instanceof Node.Text || child.node() instanceof Node.Stack;
    return axis()
        .across(sizing)
        .or(
            () ->
                knowsItsSize && style().align() != StackStyle.CrossAlign.STRETCH
                    ? Optional.empty()
                    : Optional.of(axis().across(inner)));
  }

  private List<MeasuredNode.PositionedChild> positioned(
      List<MeasuredNode> measured, Extent content) {
    double length = axis().along(content);
    double left = Math.max(0, length - taken(measured));
    long visible = measured.stream().filter(StackLayout::isVisible).count();
    boolean spread = style().justify() == StackStyle.Justify.BETWEEN && visible > 1;
    double gap = style().gap() + (spread ? left / (visible - 1) : 0);
    double at = Math.floor(style().justify().alignment().offset(left, 0));
    List<MeasuredNode.PositionedChild> positioned = new ArrayList<>();
    for (MeasuredNode each : measured) {
      positioned.add(positioned(each, Math.floor(at), content));
      at += isVisible(each) ? axis().along(each.size()) + gap : 0;
    }
    return positioned;
  }

  /**
   * A child at a distance along the stack; in a row it counts from the side where reading starts.
   */
  private MeasuredNode.PositionedChild positioned(
      MeasuredNode measuredNode, double at, Extent content) {
    StackStyle.Padding padding = style().padding();
    boolean mirrored = style().rightToLeft();
    if (style().direction() == StackStyle.Direction.ROW) {
      double x = mirrored ? content.width() - at - measuredNode.size().width() : at;
      double y = style().align().alignment().offset(content.height(), measuredNode.size().height());
      return new MeasuredNode.PositionedChild(
          measuredNode, padding.left() + x, padding.top() + Math.floor(y));
    }
    Alignment align = style().align().alignment().resolve(mirrored);
    double x = Math.floor(align.offset(content.width(), measuredNode.size().width()));
    return new MeasuredNode.PositionedChild(measuredNode, padding.left() + x, padding.top() + at);
  }
}
