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
 * Lays out a stack's children.
 *
 * <p>Those with a length of their own have it. Texts and stacks without one take what they need;
 * where that is more than there is, all that need more than a fair part are held to it, and texts
 * choose their wordings and sizes for it. What is then left goes to those that grow, or else
 * before, after or between the children. Children stand on whole pixels at 1x.
 *
 * @param children lays out a child for a size asked for
 */
record StackLayout(Node.Stack stack, Child children) {
  /** Lays out one child. */
  interface Child {
    MeasuredNode lay(Node node, SizeConstraint sizeConstraint);
  }

  /** The stack in the size asked for. */
  MeasuredNode.Stacked lay(SizeConstraint sizeConstraint) {
    StackStyle.Padding padding = style().padding();
    Extent inner =
        new Extent(
            Math.max(0, sizeConstraint.widest() - padding.horizontal()),
            Math.max(0, sizeConstraint.highest() - padding.vertical()));
    List<MeasuredNode> laid = sized(inner);
    Extent needed = needed(laid, inner);
    Extent size =
        new Extent(
            sizeConstraint.width().orElse(needed.width() + padding.horizontal()),
            sizeConstraint.height().orElse(needed.height() + padding.vertical()));
    Extent content =
        new Extent(
            Math.max(0, size.width() - padding.horizontal()),
            Math.max(0, size.height() - padding.vertical()));
    return new MeasuredNode.Stacked(stack, size, standing(laid, content));
  }

  private StackStyle style() {
    return stack.style();
  }

  private Axis axis() {
    return Axis.of(style());
  }

  private static boolean isThere(MeasuredNode measuredNode) {
    return !(measuredNode instanceof MeasuredNode.Skipped);
  }

  /** The room that children take along the stack with the gaps between them. */
  private double taken(List<MeasuredNode> laid) {
    long there = laid.stream().filter(StackLayout::isThere).count();
    double lengths = laid.stream().mapToDouble(each -> axis().along(each.size())).sum();
    return lengths + style().gap() * Math.max(0, there - 1);
  }

  private Extent needed(List<MeasuredNode> laid, Extent inner) {
    double across = laid.stream().mapToDouble(each -> axis().across(each.size())).max().orElse(0);
    boolean grows = stack.children().stream().anyMatch(child -> isGrowing(child));
    return axis().room(grows ? axis().along(inner) : taken(laid), across);
  }

  private static boolean isGrowing(Node.Child child) {
    return child.node() instanceof Node.Present && child.sizing().grow() > 0;
  }

  /** Each child in its size. */
  private List<MeasuredNode> sized(Extent inner) {
    List<Node.Child> all = stack.children();
    long there = all.stream().filter(child -> child.node() instanceof Node.Present).count();
    double[] most = new double[all.size()];
    double free = axis().along(inner) - style().gap() * Math.max(0, there - 1);
    for (Node.Child child : all) {
      free -= isGrowing(child) ? 0 : fixed(child).orElse(0.0);
    }
    Arrays.fill(most, Math.max(0, free));
    MeasuredNode[] laid = new MeasuredNode[all.size()];
    int[] flexible = IntStream.range(0, all.size()).filter(at -> isFlexible(all.get(at))).toArray();
    for (int at : flexible) {
      laid[at] = lay(all.get(at), inner, most[at], Optional.empty());
    }
    free -= squeeze(laid, flexible, inner, Math.max(0, free));
    double shares =
        all.stream()
            .filter(StackLayout::isGrowing)
            .mapToDouble(child -> child.sizing().grow())
            .sum();
    for (int at = 0; at < laid.length; at++) {
      Node.Child child = all.get(at);
      if (isGrowing(child)) {
        double part = Math.floor(Math.max(0, free) * child.sizing().grow() / shares);
        laid[at] = lay(child, inner, part, Optional.of(part));
      } else if (!isFlexible(child)) {
        laid[at] = lay(child, inner, axis().along(inner), fixed(child));
      }
    }
    return List.of(laid);
  }

  /** Lays those out again that take more than their part; the room that all take then. */
  private double squeeze(MeasuredNode[] laid, int[] flexible, Extent inner, double free) {
    double[] natural =
        Arrays.stream(flexible).mapToDouble(at -> axis().along(laid[at].size())).toArray();
    double[] parts = MaxMinFairness.of(natural, free);
    double sum = 0;
    for (int i = 0; i < flexible.length; i++) {
      int at = flexible[i];
      if (parts[i] < natural[i]) {
        laid[at] = lay(stack.children().get(at), inner, parts[i], Optional.empty());
      }
      sum += axis().along(laid[at].size());
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

  private MeasuredNode lay(Node.Child child, Extent inner, double most, Optional<Double> along) {
    Extent extent = axis().room(most, axis().across(inner));
    return children.lay(child.node(), axis().ask(extent, along, across(child, inner)));
  }

  /** A text or stack has the size across that it needs, another layer all there is. */
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

  private List<MeasuredNode.PositionedChild> standing(List<MeasuredNode> laid, Extent content) {
    double length = axis().along(content);
    double left = Math.max(0, length - taken(laid));
    long there = laid.stream().filter(StackLayout::isThere).count();
    boolean spread = style().justify() == StackStyle.Justify.BETWEEN && there > 1;
    double gap = style().gap() + (spread ? left / (there - 1) : 0);
    double at = Math.floor(style().justify().alignment().offset(left, 0));
    List<MeasuredNode.PositionedChild> standing = new ArrayList<>();
    for (MeasuredNode each : laid) {
      standing.add(standing(each, Math.floor(at), content));
      at += isThere(each) ? axis().along(each.size()) + gap : 0;
    }
    return standing;
  }

  /** A child at a distance along the stack, which in a row is from where reading starts. */
  private MeasuredNode.PositionedChild standing(
      MeasuredNode measuredNode, double at, Extent content) {
    StackStyle.Padding padding = style().padding();
    boolean mirrored = style().rightToLeft();
    if (style().direction() == StackStyle.Direction.ROW) {
      double x = mirrored ? content.width() - at - measuredNode.size().width() : at;
      double y = style().align().alignment().offset(content.height(), measuredNode.size().height());
      return new MeasuredNode.PositionedChild(
          measuredNode, padding.left() + x, padding.top() + Math.floor(y));
    }
    Alignment align = style().align().alignment().read(mirrored);
    double x = Math.floor(align.offset(content.width(), measuredNode.size().width()));
    return new MeasuredNode.PositionedChild(measuredNode, padding.left() + x, padding.top() + at);
  }
}
