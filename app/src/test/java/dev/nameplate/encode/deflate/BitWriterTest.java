package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BitWriterTest {
  private final BitWriter out = new BitWriter();

  @Test
  void values_put_standLowestBitFirst() {
    out.put(0b1, 1);
    out.put(0b10, 2);
    out.put(0x1ff, 9);
    out.align();
    assertThat(Arrays.copyOf(out.array(), out.size())).containsExactly(0xfd, 0x0f);
  }

  @Test
  void value_of32Bits_putAtEveryPlace_stands() {
    for (int place = 0; place < 64; place++) {
      out.restart(0);
      BitSet expected = new BitSet();
      for (int i = 0; i < place; i++) {
        out.put(i & 1, 1);
        expected.set(i, (i & 1) == 1);
      }
      out.put(0x8badf00d, 32);
      for (int i = 0; i < 32; i++) {
        expected.set(place + i, (0x8badf00d >>> i & 1) == 1);
      }
      assertHolds(expected, place + 32);
    }
  }

  @Test
  void span_copied_fromEveryPlaceToEveryPlace_staysItself() {
    Random random = new Random(3);
    byte[] source = new byte[40 + BitWriter.SLACK];
    random.nextBytes(source);
    BitSet bits = BitSet.valueOf(source);
    for (int start = 0; start < 16; start++) {
      for (int place = 0; place < 16; place++) {
        for (int length = 0; length < 200; length += 1 + length / 9) {
          out.restart(0);
          out.put(0x5555 & ((1 << place) - 1), place);
          out.copy(source, start, start + length);
          BitSet expected = BitSet.valueOf(new long[] {0x5555 & ((1 << place) - 1)});
          for (int i = 0; i < length; i++) {
            expected.set(place + i, bits.get(start + i));
          }
          assertHolds(expected, place + length);
        }
      }
    }
  }

  @Test
  void spans_copiedOneAfterTheOther_areTheWhole() {
    Random random = new Random(5);
    byte[] source = new byte[30_000 + BitWriter.SLACK];
    random.nextBytes(source);
    out.restart(0);
    int end = 8 * 30_000;
    for (int at = 0; at < end; ) {
      int next = Math.min(end, at + random.nextInt(random.nextBoolean() ? 9 : 9_000));
      out.copy(source, at, next);
      at = next;
    }
    assertThat(out.size()).isEqualTo(30_000);
    assertThat(Arrays.mismatch(out.array(), 0, 30_000, source, 0, 30_000)).isEqualTo(-1);
  }

  @Test
  void bytesSkipped_stayAsTheyWere() {
    out.restart(2);
    out.array()[0] = 7;
    out.array()[1] = 9;
    out.put(0xff, 8);
    assertThat(Arrays.copyOf(out.array(), out.size())).containsExactly(7, 9, 0xff);
  }

  private void assertHolds(BitSet expected, int length) {
    assertThat(out.length()).isEqualTo(length);
    byte[] bytes = out.toPaddedArray();
    assertThat(bytes).hasSize((length + 7) / 8 + BitWriter.SLACK);
    assertThat(BitSet.valueOf(bytes)).isEqualTo(expected);
  }
}
