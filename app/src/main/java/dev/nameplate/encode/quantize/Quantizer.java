package dev.nameplate.encode.quantize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Reduces many colors to few with a small squared error.
 *
 * <p>The color space is split repeatedly: each time the part with the largest error, across its
 * channel of largest variance, where the error of both sides is least (Wu, "Efficient statistical
 * computations for optimal color quantization", 1991). The parts' means are then refined by k-means
 * (Lloyd, 1982). Equal counts always give equal colors.
 */
public final class Quantizer {
  private static final int ROUNDS = 3;

  private final ColorPoints points;

  private Quantizer(ColorPoints points) {
    this.points = points;
  }

  /**
   * Computes a palette for some colors.
   *
   * @param counts how often each color occurs; not changed
   * @param most the maximum number of colors, at least 1
   * @return at most {@code most} colors, as {@code argb} in ascending order, in a new array that
   *     the caller owns; all colors that occur if they are no more; empty if none occurs
   */
  public static int[] colors(ColorHistogram counts, int most) {
    if (counts.size() <= most) {
      return counts.sorted();
    }
    Quantizer quantizer = new Quantizer(ColorPoints.of(counts));
    float[][] means = quantizer.means(most);
    for (int round = 0; round < ROUNDS; round++) {
      means = quantizer.moved(means);
    }
    return Arrays.stream(means).mapToInt(ColorPoints::color).sorted().distinct().toArray();
  }

  private float[][] means(int most) {
    Integer[] all = new Integer[points.count()];
    Arrays.setAll(all, i -> i);
    PriorityQueue<Part> parts =
        new PriorityQueue<>(
            Comparator.comparingDouble((Part part) -> -part.error())
                .thenComparingInt(part -> part.members()[0]));
    parts.add(part(all));
    List<Part> done = new ArrayList<>();
    while (!parts.isEmpty() && parts.size() + done.size() < most) {
      Part widest = parts.remove();
      if (widest.members().length < 2) {
        done.add(widest);
      } else {
        int cut = cut(widest);
        parts.add(part(Arrays.copyOfRange(widest.members(), 0, cut)));
        parts.add(part(Arrays.copyOfRange(widest.members(), cut, widest.members().length)));
      }
    }
    done.addAll(parts);
    done.sort(Comparator.comparingInt(part -> part.members()[0]));
    return done.stream().map(Part::mean).toArray(float[][]::new);
  }

  /** Sorts a part along its widest channel; returns the index at which to split it. */
  private int cut(Part part) {
    Integer[] members = part.members();
    int channel = part.widest();
    Arrays.sort(
        members,
        Comparator.comparingDouble((Integer i) -> points.value(i, channel))
            .thenComparingInt(i -> i));
    double sum = 0;
    double weight = 0;
    double whole = part.mean()[channel] * part.weight();
    double best = -1;
    int cut = members.length / 2;
    for (int i = 0; i < members.length - 1; i++) {
      sum += (double) points.value(members[i], channel) * points.weight(members[i]);
      weight += points.weight(members[i]);
      double rest = whole - sum;
      double gain = sum * sum / weight + rest * rest / (part.weight() - weight);
      if (gain > best) {
        best = gain;
        cut = i + 1;
      }
    }
    return cut;
  }

  private Part part(Integer[] members) {
    double[] sums = new double[ColorPoints.CHANNELS];
    double[] squares = new double[ColorPoints.CHANNELS];
    double weight = 0;
    for (int member : members) {
      weight += points.weight(member);
      for (int channel = 0; channel < ColorPoints.CHANNELS; channel++) {
        double value = points.value(member, channel);
        sums[channel] += value * points.weight(member);
        squares[channel] += value * value * points.weight(member);
      }
    }
    float[] mean = new float[ColorPoints.CHANNELS];
    double error = 0;
    double widest = -1;
    int channelOfWidest = 0;
    for (int channel = 0; channel < ColorPoints.CHANNELS; channel++) {
      mean[channel] = (float) (sums[channel] / weight);
      double variance = squares[channel] - sums[channel] * sums[channel] / weight;
      error += variance;
      if (variance > widest) {
        widest = variance;
        channelOfWidest = channel;
      }
    }
    return new Part(members, mean, weight, error, channelOfWidest);
  }

  /** For each mean, the mean of all points that it is nearest to. */
  private float[][] moved(float[][] means) {
    double[][] sums = new double[means.length][ColorPoints.CHANNELS];
    double[] weights = new double[means.length];
    float[] point = new float[ColorPoints.CHANNELS];
    for (int i = 0; i < points.count(); i++) {
      for (int channel = 0; channel < ColorPoints.CHANNELS; channel++) {
        point[channel] = points.value(i, channel);
      }
      int nearest = nearest(means, point);
      weights[nearest] += points.weight(i);
      for (int channel = 0; channel < ColorPoints.CHANNELS; channel++) {
        sums[nearest][channel] += (double) point[channel] * points.weight(i);
      }
    }
    float[][] moved = new float[means.length][];
    for (int i = 0; i < means.length; i++) {
      moved[i] = weights[i] == 0 ? means[i] : mean(sums[i], weights[i]);
    }
    return moved;
  }

  private static float[] mean(double[] sums, double weight) {
    float[] mean = new float[ColorPoints.CHANNELS];
    for (int channel = 0; channel < ColorPoints.CHANNELS; channel++) {
      mean[channel] = (float) (sums[channel] / weight);
    }
    return mean;
  }

  private static int nearest(float[][] means, float[] point) {
    int nearest = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < means.length; i++) {
      float distance = ColorPoints.distance(means[i], point);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * Points that one color is to replace.
   *
   * @param members at least one; sorted when the part is split
   * @param widest the channel with the largest variance
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Part(Integer[] members, float[] mean, double weight, double error, int widest) {}
}
