package dev.nameplate.encode.formats;

import dev.nameplate.encode.StoredBytes;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.jpeg.JpegStripFormat;
import dev.nameplate.encode.jpeg.JpegStripStore;
import dev.nameplate.encode.png.PngStripFormat;
import dev.nameplate.encode.png.PngStripStore;
import java.nio.ByteBuffer;

/**
 * Writes encoded strips to bytes and restores them, so that they outlive the process. The form is
 * no standard: only the same build reads it.
 */
public final class StripFormats {
  private static final int PNG = 1;
  private static final int JPEG = 2;

  private StripFormats() {}

  /**
   * Returns strips as bytes.
   *
   * @throws IllegalArgumentException if they are of an encoder without such a form
   */
  public static byte[] write(StripStore store) {
    StoredBytes out = new StoredBytes();
    if (store instanceof PngStripStore png) {
      PngStripFormat.write(png, out.put(PNG));
    } else if (store instanceof JpegStripStore jpeg) {
      JpegStripFormat.write(jpeg, out.put(JPEG));
    } else {
      throw new IllegalArgumentException("no form for " + store.getClass().getName());
    }
    return out.toByteArray();
  }

  /**
   * Restores strips from the buffer's position on.
   *
   * @return strips that encode the same bytes as those that were written
   * @throws RuntimeException if the bytes were not written by {@link #write} of this build
   */
  public static StripStore read(ByteBuffer in) {
    return switch (in.getInt()) {
      case PNG -> PngStripFormat.read(in);
      case JPEG -> JpegStripFormat.read(in);
      default -> throw new IllegalArgumentException("the bytes hold no strips");
    };
  }
}
