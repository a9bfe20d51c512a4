package dev.nameplate.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoxTest {
  private static final Box BOX = new Box(10, 20, 30, 40);

  @Test
  void edgesAndCenter_followFromCornerAndSize() {
    assertThat(BOX.right()).isEqualTo(40);
    assertThat(BOX.bottom()).isEqualTo(60);
    assertThat(BOX.centerX()).isEqualTo(25);
    assertThat(BOX.centerY()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"0,0,-1,1", "0,0,1,-1", "NaN,0,1,1", "0,Infinity,1,1", "0,0,1,Infinity"})
  void box_ofNegativeOrInfiniteNumbers_refused(double x, double y, double width, double height) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(x, y, width, height));
  }

  @Test
  void box_betweenSwappedCorners_isEmpty() {
    Box box = Box.between(5, 5, 3, 9);
    assertThat(box).isEqualTo(new Box(5, 5, 0, 4));
    assertThat(box.isEmpty()).isTrue();
    assertThat(BOX.isEmpty()).isFalse();
  }

  @Test
  void box_movedTimesGrown_isAsComputed() {
    assertThat(BOX.moved(-10, 5)).isEqualTo(new Box(0, 25, 30, 40));
    assertThat(BOX.times(1.5)).isEqualTo(new Box(15, 30, 45, 60));
    assertThat(BOX.grown(2)).isEqualTo(new Box(8, 18, 34, 44));
    assertThat(BOX.grown(-5)).isEqualTo(new Box(15, 25, 20, 30));
  }

  @Test
  void boxes_thatOverlap_intersectionIsWithinBoth_andUnionContainsBoth() {
    Box other = new Box(25, 0, 100, 35);
    assertThat(BOX.intersect(other)).isEqualTo(new Box(25, 20, 15, 15));
    assertThat(BOX.union(other)).isEqualTo(new Box(10, 0, 115, 60));
  }

  @Test
  void boxes_apart_intersectionIsEmpty() {
    assertThat(BOX.intersect(new Box(100, 100, 5, 5)).isEmpty()).isTrue();
    assertThat(BOX.intersect(new Box(40, 20, 5, 5)).isEmpty()).isTrue();
  }

  @Test
  void contains_withTolerance_forgivesThatMuchOnEachSide() {
    Box larger = new Box(9.5, 19.5, 31, 41);
    assertThat(BOX.contains(BOX, 0)).isTrue();
    assertThat(BOX.contains(larger, 0.4)).isFalse();
    assertThat(BOX.contains(larger, 0.5)).isTrue();
  }

  @Test
  void box_turnedByNothing_isItself() {
    assertThat(BOX.turned(0, 3, 4)).isSameAs(BOX);
  }

  @Test
  void box_turnedByARightAngleAboutItsCenter_swapsItsSides() {
    assertClose(BOX.turned(90, BOX.centerX(), BOX.centerY()), new Box(5, 25, 40, 30));
    assertClose(BOX.turned(180, BOX.centerX(), BOX.centerY()), BOX);
    assertClose(BOX.turned(-90, BOX.centerX(), BOX.centerY()), new Box(5, 25, 40, 30));
  }

  @Test
  void box_turnedAboutTheOrigin_turnsClockwise() {
    assertClose(new Box(10, 0, 4, 2).turned(90, 0, 0), new Box(-2, 10, 2, 4));
  }

  @Test
  void square_turnedByHalfARightAngle_isWiderByRootOfTwo() {
    Box turned = new Box(-1, -1, 2, 2).turned(45, 0, 0);
    double half = Math.sqrt(2);
    assertClose(turned, new Box(-half, -half, 2 * half, 2 * half));
  }

  /** The box around a rotated one touches each of its four corners' extremes. */
  @Test
  void randomBox_turned_isTheBoundsOfItsTurnedCorners() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      Box box =
          new Box(
              random.nextDouble() * 100 - 50,
              random.nextDouble() * 100 - 50,
              random.nextDouble() * 80,
              random.nextDouble() * 80);
      double degrees = random.nextDouble() * 720 - 360;
      double x = random.nextDouble() * 40;
      double y = random.nextDouble() * 40;
      assertClose(box.turned(degrees, x, y), boundsOfCorners(box, degrees, x, y));
    }
  }

  private static Box boundsOfCorners(Box box, double degrees, double aboutX, double aboutY) {
    double angle = Math.toRadians(degrees);
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (double cornerX : new double[] {box.x(), box.right()}) {
      for (double cornerY : new double[] {box.y(), box.bottom()}) {
        double dx = cornerX - aboutX;
        double dy = cornerY - aboutY;
        double x = aboutX + dx * Math.cos(angle) - dy * Math.sin(angle);
        double y = aboutY + dx * Math.sin(angle) + dy * Math.cos(angle);
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
      }
    }
    return Box.between(left, top, right, bottom);
  }

  private static void assertClose(Box actual, Box expected) {
    assertThat(actual.x()).isCloseTo(expected.x(), within(1e-9));
    assertThat(actual.y()).isCloseTo(expected.y(), within(1e-9));
    assertThat(actual.width()).isCloseTo(expected.width(), within(1e-9));
    assertThat(actual.height()).isCloseTo(expected.height(), within(1e-9));
  }
}
