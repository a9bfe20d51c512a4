package dev.nameplate.encode.formats;

import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.gif.GifEncoder;
import dev.nameplate.encode.jpeg.JpegEncoder;
import dev.nameplate.encode.png.PngEncoder;
import dev.nameplate.encode.webp.WebpEncoder;
import dev.nameplate.template.Format;
import dev.nameplate.template.OutputOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Selects encoders, and tells which formats this machine can encode. */
public final class Encoders {
  private static final Encoder PNG = new PngEncoder();
  private static final Encoder GIF = new GifEncoder();

  /** One for each quality, 1 to 100, since an encoder computes its tables once. */
  private static final Map<Integer, Encoder> JPEGS = new ConcurrentHashMap<>();

  private static final Map<Integer, Encoder> WEBPS = new ConcurrentHashMap<>();

  private Encoders() {}

  /**
   * The encoder of a format with a template's output options; the same object for equal arguments.
   * Safe for many threads.
   *
   * @param outputOptions decides the quality of JPEG and WebP
   * @return an encoder, also for a format that is not {@link #isAvailable available}; encoding then
   *     fails
   * @throws IllegalArgumentException if the format is JPEG or WebP and the quality is not 1 to 100
   */
  public static Encoder of(Format format, OutputOptions outputOptions) {
    return switch (format) {
      case PNG -> PNG;
      case GIF -> GIF;
      case JPEG -> JPEGS.computeIfAbsent(outputOptions.quality(), JpegEncoder::new);
      case WEBP -> WEBPS.computeIfAbsent(outputOptions.quality(), WebpEncoder::new);
    };
  }

  /**
   * Whether this machine can encode a format. Only WebP may be unavailable: its native library does
   * not exist for every machine.
   */
  public static boolean isAvailable(Format format) {
    return format != Format.WEBP || WebpEncoder.isAvailable();
  }

  /**
   * The formats that a template offers and this machine can encode.
   *
   * @return at least one, in the template's order; only PNG if no other is left
   */
  public static List<Format> offered(OutputOptions outputOptions) {
    List<Format> offered = outputOptions.formats().stream().filter(Encoders::isAvailable).toList();
    return offered.isEmpty() ? List.of(Format.PNG) : offered;
  }
}
