package dev.nameplate.bench.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.util.ULocale;
import dev.nameplate.bench.Arguments;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.text.font.FontLibrary;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheets of the pairs in {@code app/load/text/pairs.jsonl}: Chromium's text above the picture that
 * the running program serves for the same value. {@code --out FOLDER} takes the sheets.
 */
public final class Sheets {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int WIDTH = 700;
  private static final int LINE = 76;

  private final Path folder;
  private final Map<String, StringBuilder> pages = new LinkedHashMap<>();
  private final Map<String, Integer> heights = new LinkedHashMap<>();
  private final FontLibrary fonts = FontLibrary.open(Path.of("fonts"));
  private final Map<FontFaces.Style, FontFaces> faces = new LinkedHashMap<>();

  private Sheets(Path folder) {
    this.folder = folder;
  }

  /** Runs the program. */
  public static void main(String[] words) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Path.of(new Arguments(List.of(words)).value("--out", "sheets")).resolve("sheets");
    Files.createDirectories(folder);
    Path templates = Files.createTempDirectory("nameplate-sheets-");
    List<JsonNode> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("app/load/text/pairs.jsonl"))) {
      JsonNode pair = JSON.readTree(line);
      Path template = Files.createDirectories(templates.resolve("p" + pairs.size()));
      Files.writeString(template.resolve("template.json"), template(pair).toString());
      pairs.add(pair);
    }
    Settings settings =
        Settings.read(
            Map.of("NAMEPLATE_HOST", "127.0.0.1", "PORT", "0"),
            Map.of("--templates", templates.toString()));
    Sheets sheets = new Sheets(folder);
    try (Application application = Application.open(settings, InstantSource.system())) {
      String server = "http://127.0.0.1:" + application.port();
      for (int at = 0; at < pairs.size(); at++) {
        sheets.add(pairs.get(at), server + "/i/p" + at + ".png" + query(pairs.get(at)));
      }
      sheets.draw();
    }
    System.out.println("sheets: " + folder);
    System.exit(0);
  }

  private static ObjectNode template(JsonNode pair) {
    ObjectNode template = JSON.createObjectNode();
    int lines = pair.path("lines").asInt(1);
    template.put("title", "Pair").put("width", WIDTH).put("height", LINE * lines);
    template.put("locale", pair.path("locale").asText()).put("background", "#1c2333");
    ObjectNode fields = template.putObject("fields");
    for (String name : new String[] {"v", "w"}) {
      if (pair.path("text").asText().contains("{{ " + name)) {
        ObjectNode field = fields.putObject(name).put("kind", "text");
        pair.path("field").properties().forEach(own -> field.set(own.getKey(), own.getValue()));
      }
    }
    ObjectNode layer = template.putArray("layers").addObject();
    layer.put("type", "text").put("text", pair.path("text").asText()).put("color", "#ffffff");
    layer.put("font", pair.path("font").asText()).put("weight", weight(pair));
    layer.put("size", 40).put("minSize", 39).put("maxLines", lines).put("lineHeight", 1.5);
    layer.put("valign", "middle");
    layer.putArray("box").add(10).add(0).add(lines == 1 ? WIDTH - 20 : 380).add(LINE * lines);
    pair.path("layer").properties().forEach(own -> layer.set(own.getKey(), own.getValue()));
    return template;
  }

  private static int weight(JsonNode pair) {
    int bold = pair.path("font").asText().equals("Inter") ? 700 : 600;
    return pair.path("weight").asInt(bold);
  }

  private static String query(JsonNode pair) {
    StringBuilder query = new StringBuilder("?v=" + encoded(pair.path("v").asText()));
    return query.append("&amp;w=").append(encoded(pair.path("w").asText())).toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void add(JsonNode pair, String picture) {
    FontFaces.Style style = new FontFaces.Style(pair.path("font").asText(), weight(pair));
    FontFaces own = faces.computeIfAbsent(style, absent -> new FontFaces(style, fonts));
    String value =
        pair.path("text").asText().contains("{{ v")
            ? pair.path("v").asText()
            : pair.path("text").asText();
    String shown = pair.path("shown").asText(value);
    String lang = pair.path("lang").asText(pair.path("locale").asText());
    ULocale locale = ULocale.forLanguageTag(lang);
    int lines = pair.path("lines").asInt(1);
    String css =
        "width: %dpx; font: %d 40px/1.5 %s, 'Noto Color Emoji'; %s"
            .formatted(
                lines == 1 ? WIDTH : 380, 400, own.order(shown, locale), pair.path("css").asText());
    String sheet = pair.path("sheet").asText();
    heights.merge(sheet, 2 * LINE * lines + 27, Integer::sum);
    pages
        .computeIfAbsent(sheet, absent -> new StringBuilder())
        .append(
            "<p>%d · %s · %s %d</p><div lang=\"%s\" dir=\"%s\" style=\"%s; height: %dpx\">%s</div><img src=\"%s\">%n"
                .formatted(
                    pair.path("row").asInt(),
                    lang,
                    style.font(),
                    style.weight(),
                    lang,
                    locale.isRightToLeft() ? "rtl" : "ltr",
                    css.replace("\"", "&quot;"),
                    LINE * lines,
                    shown,
                    picture));
  }

  private void draw() throws IOException, InterruptedException {
    StringBuilder css = new StringBuilder();
    faces.values().forEach(own -> css.append(own.css()));
    css.append(
        "@font-face { font-family: 'Noto Color Emoji'; src:"
            + " url(/fonts/noto-color-emoji/NotoColorEmoji.ttf) }\n");
    css.append("body { margin: 0; background: #1c2333; color: #fff; width: 720px }\n");
    css.append("p { margin: 0; background: #3c2363; font: 13px/26px Inter; height: 26px }\n");
    css.append(
        "div { padding: 0 10px; box-sizing: border-box; overflow: hidden } img { display: block;"
            + " border-bottom: 1px solid #555 }\n");
    for (Map.Entry<String, StringBuilder> page : pages.entrySet()) {
      String html =
          "<!doctype html><meta charset=utf-8><style>" + css + "</style>" + page.getValue();
      try (SheetServer server = new SheetServer(html)) {
        Chromium.picture(
            server.address(),
            720,
            heights.getOrDefault(page.getKey(), 0),
            folder.resolve(page.getKey() + ".png"));
      }
    }
  }
}
