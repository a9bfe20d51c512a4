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
  public static Encoder of(Format format, OutputOptions outputOptions) {
    return switch (format) {
      case PNG -> PNG;
      case GIF -> GIF;
      case JPEG -> JPEGS.computeIfAbsent(outputOptions.quality(), JpegEncoder::new);
      case WEBP -> WEBPS.computeIfAbsent(outputOptions.quality(), WebpEncoder::new);
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
  public static List<Format> offered(OutputOptions outputOptions) {
    List<Format> offered = outputOptions.formats().stream().filter(Encoders::isAvailable).toList();
    return offered.isEmpty() ? List.of(Format.PNG) : offered;
  }
}
