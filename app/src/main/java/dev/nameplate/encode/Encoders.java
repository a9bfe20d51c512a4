package dev.nameplate.encode;

import dev.nameplate.template.Format;
import dev.nameplate.template.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which encoder writes which format, and which formats this machine can write. */
public final class Encoders {
  private static final Encoder PNG = new PngEncoder();
  private static final Encoder GIF = new GifEncoder();

  /** One for each quality, 1 to 100: making one works out its tables. */
  private static final Map<Integer, Encoder> JPEGS = new ConcurrentHashMap<>();

  private static final Map<Integer, Encoder> WEBPS = new ConcurrentHashMap<>();

  private Encoders() {}

  /**
   * The encoder of a format with an output's quality; the same object each time. Safe for many
   * threads.
   */
  public static Encoder of(Format format, Output output) {
    return switch (format) {
      case PNG -> PNG;
      case GIF -> GIF;
      case JPEG -> JPEGS.computeIfAbsent(output.quality(), JpegEncoder::new);
      case WEBP -> WEBPS.computeIfAbsent(output.quality(), WebpEncoder::new);
    };
  }

  /** Whether pictures of a format can be written on this machine. */
  public static boolean isAvailable(Format format) {
    return format != Format.WEBP || WebpEncoder.isAvailable();
  }

  /**
   * What a template offers of what can be written on this machine, in the template's order; PNG
   * where that is nothing.
   */
  public static List<Format> offered(Output output) {
    List<Format> offered = output.formats().stream().filter(Encoders::isAvailable).toList();
    return offered.isEmpty() ? List.of(Format.PNG) : offered;
  }
}
