package dev.nameplate.studio;

import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Format;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a template says about its formats: the bytes of one picture in each, and which
 * to paste.
 *
 * @param template whose formats they are
 * @param sample whose picture was counted
 * @param bytes empty where they are not known yet
 * @param named the ending that the author has chosen; empty where the page chooses
 */
public record FormatsView(
    Template template, Sample sample, Optional<FormatBytes> bytes, Optional<String> named) {
  private static final double KILO = 1_000;

  /**
   * A format beside the others.
   *
   * @param format one that is offered
   * @param bytes of the picture in it
   * @param chosen whether it is the one to paste
   * @param address the path and query of the picture; without scheme and host
   */
  public record Weight(Format format, int bytes, boolean chosen, String address) {
    /** The bytes as the page shows those of its picture, {@code 83.9 kB}. */
    public String words() {
      return String.format(Locale.ROOT, "%.1f kB", bytes / KILO);
    }
  }

  /** The formats, the smallest first; empty where their bytes are not known. */
  public List<Weight> weights() {
    return bytes.stream()
        .flatMap(known -> known.bytes().entrySet().stream())
        .sorted(Map.Entry.comparingByValue())
        .map(each -> weight(each.getKey(), each.getValue()))
        .toList();
  }

  private Weight weight(Format format, int length) {
    boolean chosen = choice().map(FormatChoice::format).equals(Optional.of(format));
    return new Weight(format, length, chosen, address(format));
  }

  /** Which format to paste; empty where the bytes are not known. */
  public Optional<FormatChoice> choice() {
    return bytes.map(FormatBytes::choice);
  }

  /** The ending of the format that the page chooses where the author has named none. */
  public String automatic() {
    return ImageUrl.of(template, "", choice()).format();
  }

  /** Whether the author has chosen this ending. */
  public boolean names(String ending) {
    return named.equals(Optional.of(ending));
  }

  /** The scale of the picture, {@code 2x}. */
  public String scale() {
    return template.output().mailScale().label() + "x";
  }

  private String address(Format format) {
    String version = template.version().map(number -> "_v=" + number).orElse("");
    String query = sample.query();
    String both = version + (version.isEmpty() || query.isEmpty() ? "" : "&") + query;
    String path =
        new ImageUrl("", template.output().mailScale(), format.ending()).path(template.id());
    return both.isEmpty() ? path : path + "?" + both;
  }
}
