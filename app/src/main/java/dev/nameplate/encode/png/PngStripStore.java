package dev.nameplate.encode.png;

import dev.nameplate.encode.StripStore;
import dev.nameplate.geometry.Size;
import java.util.List;
import java.util.Optional;

/**
 * A base's strips in true colour and, where it has few enough colours, as indices too.
 *
 * @param indexed empty where the base has more than 256 colours
 */
public record PngStripStore(
    Size size, boolean hasAlpha, Variant trueColour, Optional<Variant> indexed)
    implements StripStore {

  /**
   * All strips of the base, written one way.
   *
   * @param head the file up to the first strip, unless a picture adds colours; not to be written to
   * @param bands from the top down
   * @param loose the cells that pictures may change
   */
  @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
  record Variant(PngColor colour, byte[] head, List<PngBand> bands, MutableCells loose) {
    Variant {
      bands = List.copyOf(bands);
    }

    private long weight() {
      return bands.stream().mapToLong(PngBand::weight).sum();
    }
  }

  @Override
  public long weight() {
    return trueColour.weight() + indexed.map(Variant::weight).orElse(0L);
  }
}
