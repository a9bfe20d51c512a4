package dev.nameplate.bench.bytes;

import dev.nameplate.bench.Arguments;
import dev.nameplate.bench.bytes.DeflateMeter.Part;
import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Prints where the bytes of a template's PNG go, strip by strip, as a Markdown table: whether the
 * strip differs from the background, its filters, how it is coded, its bytes, and those of zlib's
 * levels 6 and 9 for the same filtered rows. Adjacent strips of which all are inked, or none, are
 * one line with {@code --joined yes}.
 *
 * <p>Options: {@code --templates FOLDER}, {@code --template ID}, {@code --sample NAME}, the first
 * if it is not given, and {@code --scale 2}.
 */
public final class StripTable {
  private static final String[] FILTERS = {"None", "Sub", "Up", "Average", "Paeth"};

  private final PngData png;
  private final byte[] rows;
  private final Part[] own;
  private final Part[] six;
  private final Part[] nine;

  private StripTable(byte[] file) {
    png = PngData.of(file);
    rows = png.rows();
    own = metered(png.stream());
    six = metered(PngData.zlib(rows, 6));
    nine = metered(PngData.zlib(rows, 9));
  }

  /** Runs the program. */
  public static void main(String[] words) {
    System.setProperty("java.awt.headless", "true");
    Arguments arguments = new Arguments(List.of(words));
    Drawing drawing = new Drawing(Path.of(arguments.value("--templates", "templates")));
    String id = arguments.value("--template", "welcome");
    Template template =
        drawing.templates().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no template " + id));
    String name = arguments.value("--sample", "");
    Sample sample =
        drawing.samples(template).stream()
            .filter(each -> name.isEmpty() || each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no sample " + name));
    Drawing.Drawn drawn =
        drawing.draw(
            template,
            sample,
            Scale.parse(arguments.value("--scale", "2")).orElseThrow(),
            Format.PNG);
    boolean joined = arguments.value("--joined", "no").equals("yes");
    System.out.print(new StripTable(drawn.file().toByteArray()).table(drawn.inked(), joined));
  }

  private Part[] metered(byte[] stream) {
    return DeflateMeter.read(stream, rows.length, png.rowBytes() * Strips.ROWS).parts();
  }

  private String table(BitSet inked, boolean joined) {
    StringBuilder table = new StringBuilder();
    table.append("| strips | inked | filters | coder | bytes | literals | matches | headers |");
    table.append(" zlib 6 | zlib 9 |\n|---|---|---|---|---|---|---|---|---|---|\n");
    int from = 0;
    while (from < own.length) {
      int to = from + 1;
      while (joined && to < own.length && inked.get(to) == inked.get(from)) {
        to++;
      }
      table.append(line(from, to, inked.get(from) ? "yes" : "no"));
      from = to;
    }
    table.append(line(0, own.length, "all"));
    table.append(
        String.format(
            Locale.ROOT,
            "%nFile: %d bytes, color type %d, %d IDAT chunks; with zlib 6 %d, with zlib 9 %d.%n",
            png.length(),
            png.colorType(),
            png.chunks(),
            png.withZlib(PngData.zlib(rows, 6)),
            png.withZlib(PngData.zlib(rows, 9))));
    return table.toString();
  }

  private String line(int from, int to, String inked) {
    long literals = 0;
    long matches = 0;
    long rest = 0;
    long six = 0;
    long nine = 0;
    for (int strip = from; strip < to; strip++) {
      literals += own[strip].literals();
      matches += own[strip].matches();
      rest += own[strip].rest();
      six += this.six[strip].bits();
      nine += this.nine[strip].bits();
    }
    String name = to - from == 1 ? String.valueOf(from) : from + "–" + (to - 1);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %d | %d | %d | %d | %d |%n",
        name,
        inked,
        filters(from, to),
        coder(from, to),
        (literals + matches + rest + 7) / 8,
        literals / 8,
        matches / 8,
        rest / 8,
        six / 8,
        nine / 8);
  }

  private String filters(int from, int to) {
    StringBuilder names = new StringBuilder();
    for (int filter = 0; filter < FILTERS.length; filter++) {
      int found = filter;
      int end = Math.min(png.height(), to * Strips.ROWS);
      long count =
          java.util.stream.IntStream.range(from * Strips.ROWS, end)
              .filter(row -> rows[row * png.rowBytes()] == found)
              .count();
      if (count > 0) {
        names.append(names.isEmpty() ? "" : ", ").append(FILTERS[filter]);
        names.append(count == end - from * Strips.ROWS ? "" : " " + count);
      }
    }
    return names.toString();
  }

  private String coder(int from, int to) {
    return java.util.Arrays.stream(own, from, to)
        .map(Part::coder)
        .filter(coder -> !coder.isEmpty())
        .distinct()
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
