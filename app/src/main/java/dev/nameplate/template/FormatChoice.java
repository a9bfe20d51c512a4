package dev.nameplate.template;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which of the formats that a template offers to paste into a mail, and why.
 *
 * <p>In this order it is: the animated format where a clock ticks; JPEG where no pixel is
 * transparent and it has clearly fewer bytes than PNG; PNG; the smaller one of JPEG and GIF. WebP
 * is never chosen where one of these is offered, since not every mail program shows it.
 *
 * @param format one of those offered
 * @param reason one sentence without a full stop: {@code JPEG is 84 kB, PNG 167 kB: use JPEG}
 */
public record FormatChoice(Format format, String reason) {
  /** JPEG loses some of the picture, so it must be smaller than PNG by a fifth to be worth it. */
  private static final double CLEARLY = 0.8;

  /** The formats that every mail program shows. */
  private static final List<Format> MAIL = List.of(Format.PNG, Format.JPEG, Format.GIF);

  /** The choice for a picture. */
  static FormatChoice of(FormatBytes picture) {
    Map<Format, Integer> bytes = picture.bytes();
    List<Format> offered = bytes.keySet().stream().filter(MAIL::contains).toList();
    if (offered.isEmpty()) {
      Format only = bytes.keySet().iterator().next();
      return new FormatChoice(
          only, "not every mail program shows " + only.title() + ": offer PNG or JPEG");
    }
    if (picture.moves() && offered.contains(Format.GIF)) {
      return new FormatChoice(Format.GIF, "GIF alone shows the clock tick: use GIF");
    }
    if (offered.size() == 1) {
      return use(offered.get(0), "no other format that is offered is for mail");
    }
    return offered.contains(Format.PNG)
        ? offered.contains(Format.JPEG)
            ? pngOrJpeg(picture)
            : use(Format.PNG, "PNG is exact, GIF has 256 colors")
        : smaller(picture);
  }

  private static FormatChoice pngOrJpeg(FormatBytes picture) {
    int png = picture.bytes().getOrDefault(Format.PNG, 0);
    int jpeg = picture.bytes().getOrDefault(Format.JPEG, 0);
    if (png <= jpeg) {
      return use(Format.PNG, sizes(picture, Format.PNG, Format.JPEG));
    }
    String sizes = sizes(picture, Format.JPEG, Format.PNG);
    if (!picture.opaque()) {
      return use(Format.PNG, sizes + ", but JPEG is not transparent");
    }
    return jpeg < CLEARLY * png
        ? use(Format.JPEG, sizes)
        : use(Format.PNG, sizes + ", and PNG is exact");
  }

  private static FormatChoice smaller(FormatBytes picture) {
    List<Format> order =
        Stream.of(Format.JPEG, Format.GIF)
            .sorted(Comparator.comparing(format -> picture.bytes().getOrDefault(format, 0)))
            .toList();
    return use(order.get(0), sizes(picture, order.get(0), order.get(1)));
  }

  private static String sizes(FormatBytes picture, Format one, Format other) {
    return one.title()
        + " is "
        + FormatBytes.inWords(picture.bytes().getOrDefault(one, 0))
        + ", "
        + other.title()
        + " "
        + FormatBytes.inWords(picture.bytes().getOrDefault(other, 0));
  }

  private static FormatChoice use(Format format, String why) {
    return new FormatChoice(format, why + ": use " + format.title());
  }
}
