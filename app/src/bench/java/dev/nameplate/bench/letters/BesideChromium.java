package dev.nameplate.bench.letters;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.nameplate.bench.Arguments;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.font.FontSelector;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws the text of CLDR's locales with our fonts here and in Chromium and counts what is the same:
 * all of it in Inter, and in Source Serif 4 all but the names of languages and regions.
 *
 * <p>Options: {@code --locales 12} for as many of them, evenly chosen; {@code --only fa,ur} for
 * some; {@code --font "Source Serif 4" --weight 400}; {@code --out FOLDER} for pictures and a list
 * of what differs; {@code --write yes} for the table in the documents. Ends with 1 if something is
 * wrong that {@link Remainder} does not list.
 */
public final class BesideChromium {
  private static final int BATCH = 100;

  private final FontLibrary fonts = FontLibrary.open(Path.of("fonts"));
  private final FontFaces.Style style;
  private final FontFaces faces;
  private final Results results;

  private BesideChromium(FontFaces.Style style, Results results) {
    this.style = style;
    this.faces = new FontFaces(style, fonts);
    this.results = results;
  }

  /** Runs the program. */
  public static void main(String[] words) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    Arguments arguments = new Arguments(List.of(words));
    Results results = new Results(Path.of(arguments.value("--out", "")));
    List<FontFaces.Style> styles =
        arguments.words().contains("--font")
            ? List.of(
                new FontFaces.Style(
                    arguments.value("--font", ""), (int) arguments.number("--weight", 400)))
            : List.of(
                new FontFaces.Style("Inter", 400), new FontFaces.Style("Source Serif 4", 400));
    for (FontFaces.Style style : styles) {
      new BesideChromium(style, results).run(locales(arguments));
    }
    results.write();
    if (arguments.value("--write", "no").equals("yes")) {
      results.document(Path.of("app/docs/text.md"));
    }
    System.exit(results.isRight() ? 0 : 1);
  }

  private static List<ULocale> locales(Arguments arguments) {
    List<ULocale> all = CldrText.locales();
    List<String> only = List.of(arguments.value("--only", "").split(","));
    if (!only.contains("")) {
      return all.stream().filter(locale -> only.contains(locale.toLanguageTag())).toList();
    }
    int wanted = (int) Math.min(all.size(), arguments.number("--locales", all.size()));
    return IntStream.range(0, wanted).mapToObj(at -> all.get(at * all.size() / wanted)).toList();
  }

  private void run(List<ULocale> locales) throws IOException, InterruptedException {
    CldrText text = new CldrText(style.font().equals("Inter"));
    Iterator<List<Pair>> batches =
        new Batches(locales.stream().flatMap(locale -> text.lines(locale).stream()).iterator());
    try (PairServer server =
            new PairServer(
                faces.css(),
                batches,
                (pair, verdict, worst, picture) ->
                    results.take(style, pair, verdict, worst, picture));
        Chromium chromium = new Chromium(server.address())) {
      Objects.requireNonNull(chromium);
      server.await();
    }
  }

  /** Whether the first font that has the letters of a cluster can place its accents. */
  private boolean isPlaced(String cluster, FontSelector selector) {
    OutlineFace inter = fonts.selector("Inter", style.weight(), ULocale.ROOT).primary();
    return Stream.of(selector.primary(), inter)
        .filter(face -> face.covers(cluster))
        .findFirst()
        .map(face -> face.places(cluster))
        .orElse(true);
  }

  /** Lines that our fonts can draw, made ready; the others are counted. */
  private final class Batches implements Iterator<List<Pair>> {
    private final Iterator<CldrLine> lines;

    Batches(Iterator<CldrLine> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public List<Pair> next() {
      List<Pair> batch = new ArrayList<>();
      while (batch.size() < BATCH && lines.hasNext()) {
        CldrLine line = lines.next();
        Pair pair = pair(line);
        boolean drawable = fonts.drawable(line.text()).filter(line.text()::equals).isPresent();
        if (drawable) {
          batch.add(pair);
        } else {
          results.take(style, pair, Verdict.NO_FONT, 0, new byte[0]);
        }
      }
      return batch;
    }
  }

  private Pair pair(CldrLine raw) {
    String text = Normalizer2.getNFCInstance().normalize(raw.text());
    CldrLine line = new CldrLine(raw.locale(), text);
    ULocale han = Scripts.hanLocale(text, raw.locale());
    boolean rightToLeft = raw.locale().isRightToLeft();
    FontLibrary.Wanted wanted =
        new FontLibrary.Wanted(style.font(), style.weight(), han, raw.locale());
    FontSelector selector = fonts.selector(wanted);
    ShapedText shaped = new Shaper(selector, 0, false).shape(BidiText.of(text, rightToLeft));
    return new Pair(
        line,
        pieces(text, han, selector),
        rightToLeft,
        Pair.path(shaped.outline()),
        shaped.advance() * Pair.SIZE);
  }

  /**
   * The text with the order of its fonts. Accents that the style's own font cannot place are drawn
   * with another font by both.
   */
  private List<Pair.Piece> pieces(String text, ULocale han, FontSelector selector) {
    String order = faces.order(text, han);
    String accents = faces.orderOfAccents(text, han);
    List<Pair.Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int end : Clusters.ends(text)) {
      String cluster = text.substring(start, end);
      boolean moved = Clusters.isAccented(cluster) && !isPlaced(cluster, selector);
      String fonts = moved ? accents : order;
      int last = pieces.size() - 1;
      if (last >= 0 && pieces.get(last).fonts().equals(fonts)) {
        pieces.set(last, new Pair.Piece(pieces.get(last).text() + cluster, fonts));
      } else {
        pieces.add(new Pair.Piece(cluster, fonts));
      }
      start = end;
    }
    return pieces;
  }
}
