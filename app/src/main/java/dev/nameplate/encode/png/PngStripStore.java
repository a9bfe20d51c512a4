package dev.nameplate.encode.png;

import dev.nameplate.encode.StripStore;
import dev.nameplate.geometry.Size;
import java.util.List;
import java.util.Optional;

/**
 * A background's strips as PNG, in truecolor and, if it has few colors, also with a palette.
 *
 * @param size of the background, in pixels
 * @param hasAlpha whether the background's image type has alpha
 * @param trueColor the strips in truecolor, without alpha if background and example are opaque
 * @param indexed the strips with a palette; empty if background and example have more than 256
 *     colors
 */
public record PngStripStore(
    Size size, boolean hasAlpha, Variant trueColor, Optional<Variant> indexed)
    implements StripStore {

  /**
   * All strips of the background in one color type.
   *
   * @param head the file up to the first strip, unless a picture adds colors; must not be written
   *     to
   * @param bands from the top down
   * @param mutableCells the cells that pictures may change
   */
  @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
  record Variant(PngColor color, byte[] head, List<PngBand> bands, MutableCells mutableCells) {
    Variant {
      bands = List.copyOf(bands);
    }

    private long weight() {
      return bands.stream().mapToLong(PngBand::weight).sum();
    }
  }

  @Override
  public long weight() {
    return trueColor.weight() + indexed.map(Variant::weight).orElse(0L);
  }
}
