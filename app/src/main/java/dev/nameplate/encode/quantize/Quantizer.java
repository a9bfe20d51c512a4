package dev.nameplate.encode.quantize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Chooses few colours that stand for many with the least squared error.
 *
 * <p>The colours' space is cut in two again and again, each time the part with the largest error,
 * across its widest channel and where that leaves the least error on both sides (Wu, "Efficient
 * statistical computations for optimal color quantization", 1991). The parts' means are then moved
 * to the middle of what they are nearest to (Lloyd, 1982). The same counts always give the same
 * colours.
 */
public final class Quantizer {
  private static final int ROUNDS = 3;

  private final ColorPoints points;

  private Quantizer(ColorPoints points) {
    this.points = points;
  }

  /**
   * At most so many colours, as {@code argb} in ascending order; all there are where that is few.
   */
  public static int[] colours(ColorHistogram counts, int most) {
    if (counts.size() <= most) {
      return counts.sorted();
    }
    Quantizer quantizer = new Quantizer(ColorPoints.of(counts));
    float[][] means = quantizer.means(most);
    for (int round = 0; round < ROUNDS; round++) {
      means = quantizer.moved(means);
    }
    return Arrays.stream(means).mapToInt(ColorPoints::colour).sorted().distinct().toArray();
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

  /** Sorts a part along its widest channel and tells where to cut it. */
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

  /** The mean of all points that are nearest to each. */
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
   * Points that one colour is to stand for.
   *
   * @param members at least one; sorted anew when it is cut
   * @param widest the channel with the largest variance
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Part(Integer[] members, float[] mean, double weight, double error, int widest) {}
}
