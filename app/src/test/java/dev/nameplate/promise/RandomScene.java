package dev.nameplate.promise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A template made up from a seed, and what is asked of it; the same on every run.
 *
 * @param template as its file says it
 * @param queries drawn one after the other
 */
record RandomScene(long seed, ObjectNode template, Look look, List<String> queries) {
  private static final int WIDEST = 160;
  private static final int HIGHEST = 90;
  private static final int STRIP = 16;
  private static final int MOST_LAYERS = 7;
  private static final int SHARE_OF_BEST = 8;

  private static final List<Scale> SCALES =
      List.of(Scale.ONE, Scale.ONE, new Scale(150), Scale.TWO, new Scale(300));
  private static final List<String> QUERIES =
      List.of(
          "",
          "name=Ma",
          "name=Maria&code=AX7&points=37",
          "name=Wolfeschlegelsteinhausenbergerdorff&tier=VIP",
          "tier=VIP&photo=flat.png&points=120",
          "name=Gj%C3%85&photo=photo.png&tier=VIP",
          "code=Q&photo=clear.png",
          "name=%CE%95%CE%BB%CE%AD%CE%BD%CE%B7&code=7&tier=Standard&points=0.5");
  private static final List<String> THEMES = List.of("", "&theme=Dark", "&theme=Light&tier=VIP");

  /** What a picture's file is like. */
  private enum Kind {
    OPAQUE("#ffffff", false),
    CLEAR("#00000000", false),
    TINTED("#30609080", false),
    FLAT("#204060", true),
    FLAT_CLEAR("#00000000", true),
    JPEG("#f0e8d8", false),
    JPEG_OF_CLEAR("#c0306040", false);

    private final String background;
    private final boolean flat;

    Kind(String background, boolean flat) {
      this.background = background;
      this.flat = flat;
    }

    private Format format() {
      return this == JPEG || this == JPEG_OF_CLEAR ? Format.JPEG : Format.PNG;
    }
  }

  static RandomScene of(long seed) {
    Random random = new Random(seed * 0x9e3779b97f4a7c15L);
    Kind kind = pick(random, List.of(Kind.values()));
    Scale scale = pick(random, SCALES);
    Effort effort = random.nextInt(SHARE_OF_BEST) == 0 ? Effort.BEST : Effort.FAST;
    int width = Math.max(1, (int) ((1 + random.nextInt(WIDEST)) / scale.factor()));
    int height = Math.max(1, (int) (height(random) / scale.factor()));
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    template.put("width", width).put("height", height).put("background", kind.background);
    template.put("matte", "#d0e0c0").put("quality", 40 + random.nextInt(61));
    template.set("fields", fields());
    ArrayNode layers = template.putArray("layers");
    RandomLayer layer = new RandomLayer(random, new RandomBoxes(random, width, height, scale));
    if (!kind.flat && random.nextInt(4) > 0) {
      layers.add(layer.ofManyColours(kind.background.length() > 7));
    }
    for (int i = 1 + random.nextInt(MOST_LAYERS); i > 0; i--) {
      layers.add(kind.flat ? layer.flat() : layer.any());
    }
    List<String> queries =
        List.of(pick(random, QUERIES), pick(random, QUERIES) + pick(random, THEMES));
    return new RandomScene(seed, template, new Look(scale, kind.format(), effort), queries);
  }

  static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "seed %d, %s, %s, %s", seed, look, queries, template);
  }

  /** Any height, as often as not one that is whole strips or nearly so. */
  private static int height(Random random) {
    int any = 1 + random.nextInt(HIGHEST);
    return random.nextBoolean() ? any : Math.max(1, any / STRIP * STRIP + random.nextInt(3) - 1);
  }

  private static ObjectNode fields() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.putObject("name").put("kind", "name");
    fields.putObject("code").put("kind", "code");
    fields.putObject("photo").put("kind", "image");
    fields.putObject("points").put("kind", "number");
    fields.putObject("tier").put("kind", "choice").putArray("options").add("VIP").add("Standard");
    fields.putObject("theme").put("kind", "choice").putArray("options").add("Dark").add("Light");
    return fields;
  }
}
