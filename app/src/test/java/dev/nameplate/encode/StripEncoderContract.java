package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.geometry.Size;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What encoders do whose files share strips with their background. */
public abstract class StripEncoderContract extends EncoderContract {
  @Test
  void unchangedStrips_spliced_areTheStoresOwnArrays() {
    Pair pair = SeededPictures.pairs(1, false).toList().get(0);
    EncodedBackground store = encoder().prepare(Backgrounds.of(pair.background()), Effort.FAST);
    BitSet none = new BitSet();
    List<byte[]> first = new ArrayList<>(encoder().encode(store, pair.background(), none).parts());
    List<byte[]> second = encoder().encode(store, pair.background(), none).parts();
    first.removeIf(part -> second.stream().noneMatch(other -> other == part));
    assertThat(first)
        .hasSizeGreaterThanOrEqualTo(new Strips(pair.background().getHeight()).count());
  }

  @Test
  void store_weight_coversItsStrips() {
    EncodedBackground store = encoder().prepare(Backgrounds.of(picture(40, 33)), Effort.FAST);
    assertThat(store.weight()).isPositive();
    assertThat(store.strips().orElseThrow().size()).isEqualTo(new Size(40, 33));
  }
}
