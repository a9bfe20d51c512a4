package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Format;

/** Keeps the pictures of the latest faults: whoever tries addresses gets the same few again. */
public final class KeptFaultPictures implements FaultPainter {
  private static final int MOST = 128;

  private final FaultPainter painter;
  private final Cache<Wanted, EncodedPicture> kept =
      Caffeine.newBuilder().maximumSize(MOST).build();

  public KeptFaultPictures(FaultPainter painter) {
    this.painter = painter;
  }

  @Override
  public EncodedPicture paint(String title, String detail, Format format) {
    return kept.get(
        new Wanted(title, detail, format), wanted -> painter.paint(title, detail, format));
  }

  private record Wanted(String title, String detail, Format format) {}
}
