package dev.nameplate.template.font;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of an OpenType file (ISO/IEC 14496-22, clause 5). A file that breaks off makes its
 * methods throw {@link IndexOutOfBoundsException}.
 */
final class FontTables {
  private static final int TRUETYPE = 0x00010000;
  private static final int HEADER = 12;
  private static final int ENTRY = 16;
  private static final int MOST_TABLES = 80;
  private static final Set<String> NEEDED =
      Set.of("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2");

  private static final int FAMILY = 1;
  private static final int TYPOGRAPHIC_FAMILY = 16;
  private static final int WINDOWS = 3;
  private static final int MACINTOSH = 1;
  private static final int AMERICAN = 0x409;

  private final ByteBuffer file;
  private final Map<String, Integer> places = new HashMap<>();

  FontTables(ByteBuffer file) {
    this.file = file;
  }

  /** What they say. */
  FontFacts facts() {
    if (file.limit() < HEADER) {
      return new FontFacts.Unusable("no font by its content");
    }
    String first = text(0, 4);
    boolean font = file.getInt(0) == TRUETYPE || first.equals("true") || first.equals("OTTO");
    if (!font) {
      return new FontFacts.Unusable(
          switch (first) {
            case "wOFF", "wOF2" -> "a font for the web, WOFF";
            case "ttcf" -> "a collection of fonts";
            default -> "no font by its content";
          });
    }
    int count = unsigned(4);
    for (int table = 0; table < Math.min(count, MOST_TABLES); table++) {
      int entry = HEADER + ENTRY * table;
      long start = file.getInt(entry + 8) & 0xffffffffL;
      long length = file.getInt(entry + 12) & 0xffffffffL;
      if (start + length > file.limit()) {
        return new FontFacts.Unusable("a font that breaks off");
      }
      places.putIfAbsent(text(entry, 4), (int) start);
    }
    return drawable();
  }

  private FontFacts drawable() {
    boolean postScript = places.containsKey("CFF ");
    boolean outlines = postScript || (places.containsKey("glyf") && places.containsKey("loca"));
    if (!places.keySet().containsAll(NEEDED)) {
      return new FontFacts.Unusable("a font without the tables that say what it is");
    }
    if (!outlines || unsigned(place("maxp") + 4) < 2) {
      return new FontFacts.Unusable("a font without glyphs");
    }
    return family()
        .<FontFacts>map(name -> new FontFacts.Usable(name, weight(), postScript ? ".otf" : ".ttf"))
        .orElseGet(() -> new FontFacts.Unusable("a font without the name of a family"));
  }

  /** Some old files count weights from 1 to 9. */
  private int weight() {
    int stated = unsigned(place("OS/2") + 4);
    int hundreds = stated < 10 ? stated : (stated + 50) / 100;
    return 100 * Math.max(1, Math.min(9, hundreds));
  }

  private Optional<String> family() {
    boolean italic = (unsigned(place("OS/2") + 62) & 1) == 1;
    return name(TYPOGRAPHIC_FAMILY)
        .or(() -> name(FAMILY))
        .map(name -> italic && !name.endsWith("Italic") ? name + " Italic" : name)
        .filter(name -> name.length() <= FontFacts.MAX_NAME);
  }

  /** A name by its number: that in American English, else the first that can be read. */
  private Optional<String> name(int number) {
    int table = place("name");
    Optional<String> found = Optional.empty();
    for (int record = 0; record < unsigned(table + 2); record++) {
      int at = table + 6 + 12 * record;
      int platform = unsigned(at);
      boolean american = platform == WINDOWS && unsigned(at + 4) == AMERICAN;
      boolean readable =
          platform == WINDOWS
              || platform == 0
              || (platform == MACINTOSH && unsigned(at + 2) == 0 && unsigned(at + 4) == 0);
      if (unsigned(at + 6) == number && readable && (american || found.isEmpty())) {
        Charset charset =
            platform == MACINTOSH ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE;
        int start = table + unsigned(table + 4) + unsigned(at + 10);
        Optional<String> name = clean(bytes(start, unsigned(at + 8)), charset);
        found = name.isPresent() ? name : found;
      }
    }
    return found;
  }

  private static Optional<String> clean(byte[] name, Charset charset) {
    String plain = new String(name, charset).replaceAll("[\\p{C}\\p{Z}{}\"\\\\]+", " ").strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }

  private int place(String table) {
    return places.getOrDefault(table, file.limit());
  }

  private String text(int at, int length) {
    return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
  }

  private byte[] bytes(int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return bytes;
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xffff;
  }
}
