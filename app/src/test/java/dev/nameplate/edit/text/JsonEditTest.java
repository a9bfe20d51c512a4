package dev.nameplate.edit.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of templates are changed where values change, and nowhere else. */
final class JsonEditTest {
  /** Reads numbers as a browser does, without their written form. */
  private static final ObjectMapper BROWSER = new ObjectMapper();

  static List<Path> templates() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("templates"))) {
      return folders.map(folder -> folder.resolve("template.json")).filter(Files::exists).toList();
    }
  }

  private static JsonText text(String text) {
    return ((JsonText.Parsed.Usable) JsonText.parse(text)).json();
  }

  private static JsonNode json(String text) {
    return text(text).root();
  }

  private static String edited(String before, String next) {
    return JsonEdit.apply(text(before), json(next));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void file_withTheValueThatABrowserReads_staysByteForByte(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(JsonEdit.apply(text(text), BROWSER.readTree(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void file_writtenAnewAndReadAgain_hasTheSameValue(Path file) throws IOException {
    JsonNode root = json(Files.readString(file));
    String fresh = JsonEdit.create(root);
    assertThat(Difference.of(root, json(fresh))).isEmpty();
    assertThat(fresh.lines()).allMatch(line -> line.length() <= 160);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void file_changedAtRandom_hasTheNewValueAndChangesBackToTheOldOne(Path file) throws IOException {
    String text = Files.readString(file);
    for (int seed = 0; seed < 40; seed++) {
      JsonNode next = changed(BROWSER.readTree(text), new Random(seed));
      String after = JsonEdit.apply(text(text), next);
      assertThat(Difference.of(json(after), next)).as("seed %d", seed).isEmpty();
      String back = JsonEdit.apply(text(after), BROWSER.readTree(text));
      assertThat(Difference.of(json(back), json(text))).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void layer_movedByAPixel_changesOneLine(Path file) throws IOException {
    String text = Files.readString(file);
    JsonNode next = BROWSER.readTree(text);
    ArrayNode box = (ArrayNode) next.get("layers").get(1).get("box");
    box.set(0, box.get(0).asInt() + 1);
    String after = JsonEdit.apply(text(text), next);
    List<String> lines = text.lines().toList();
    assertThat(after.lines().filter(line -> !lines.contains(line))).hasSize(1);
  }

  private static JsonNode changed(JsonNode root, Random random) {
    ArrayNode layers = (ArrayNode) root.get("layers");
    for (int change = 0; change < 6 && !layers.isEmpty(); change++) {
      int at = random.nextInt(layers.size());
      ObjectNode layer = (ObjectNode) layers.get(at);
      switch (random.nextInt(6)) {
        case 0 -> layers.remove(at);
        case 1 -> layers.insert(random.nextInt(layers.size()), layers.remove(at));
        case 2 -> layers.insert(at, layer.deepCopy());
        case 3 -> layer.put("opacity", random.nextInt(100) / 100.0);
        case 4 -> layer.remove("color");
        default -> ((ObjectNode) root).put("title", "„Grüße“ \\ \"" + random.nextInt());
      }
    }
    return root;
  }

  @Test
  void element_thatMoves_keepsItsForm() {
    assertThat(edited("[\n  {\"a\":1.0},\n  {\"b\": 2}\n]\n", "[{\"b\":2},{\"a\":1}]"))
        .isEqualTo("[\n  {\"b\": 2},\n  {\"a\":1.0}\n]\n");
  }

  @Test
  void member_thatIsNew_standsAsItsNeighborsDo() {
    assertThat(edited("{\n\t\"a\": 1,\n\t\"b\": 2\n}", "{\"a\":1,\"b\":2,\"c\":{\"d\":[]}}"))
        .isEqualTo("{\n\t\"a\": 1,\n\t\"b\": 2,\n\t\"c\": {\"d\": []}\n}");
    assertThat(edited("{\"a\": 1}", "{\"a\":1,\"c\":0.50}")).isEqualTo("{\"a\": 1, \"c\": 0.50}");
  }

  @Test
  void member_thatIsRemoved_leavesItsNeighbors() {
    assertThat(edited("{ \"a\": 1, \"b\": 2,\n  \"c\": 3 }", "{\"b\":2,\"c\":3}"))
        .isEqualTo("{ \"b\": 2,\n  \"c\": 3 }");
    assertThat(edited("{\"$comment\": \"why\", \"a\": 1}", "{\"$comment\": \"why\"}"))
        .isEqualTo("{\"$comment\": \"why\"}");
  }

  @Test
  void keysThatJavaScriptPutsFirst_stayInTheFilesOrder() {
    assertThat(edited("{\"b\": 1, \"10\": 2, \"2\": 3}", "{\"2\":3,\"10\":2,\"b\":1}"))
        .isEqualTo("{\"b\": 1, \"10\": 2, \"2\": 3}");
    assertThat(edited("{\"b\": 1, \"10\": 2}", "{\"10\":2,\"b\":4,\"c\":5}"))
        .isEqualTo("{\"b\": 4, \"10\": 2, \"c\": 5}");
  }

  @Test
  void members_inAnotherOrder_areWrittenInTheNewOne() {
    assertThat(edited("{\"b\": 1, \"a\": 2}", "{\"a\":2,\"b\":1}"))
        .isEqualTo("{\"a\": 2, \"b\": 1}");
  }

  @Test
  void text_thatIsNoJson_isRefusedWithItsPlace() {
    assertThat(JsonText.parse("{\n  \"a\": 1,\n  \"a\": 2\n}"))
        .isInstanceOfSatisfying(
            JsonText.Parsed.Broken.class,
            broken -> assertThat(broken.place().orElseThrow().line()).isEqualTo(3));
    assertThat(JsonText.parse("")).isInstanceOf(JsonText.Parsed.Broken.class);
    assertThat(JsonText.parse("[".repeat(200))).isInstanceOf(JsonText.Parsed.Broken.class);
    assertThat(JsonText.parse("1 2")).isInstanceOf(JsonText.Parsed.Broken.class);
  }

  @Test
  void place_ofAPath_isWhereItIsWritten() {
    JsonText text = text("{\n  \"layers\": [\n    {\"a\": 1},\n    {\"size\": 12}\n  ]\n}");
    assertThat(
            text.places(List.of("$", "$.layers[1].size", "$.layers[1].missing", "$.other"))
                .values())
        .containsExactly(
            new TextPlace(1, 1), new TextPlace(4, 14), new TextPlace(4, 5), new TextPlace(1, 1));
  }

  @Test
  void differences_areTheSmallestParts() {
    assertThat(
            Difference.of(
                json("{\"a\":[1,2,{\"b\":3}],\"c\":1}"), json("{\"a\":[1,5,{\"b\":3}],\"d\":1}")))
        .extracting(Difference::path)
        .containsExactly("$.a[1]", "$.c", "$.d");
    assertThat(Difference.of(json("{\"a\":1,\"b\":2}"), json("{\"b\":2,\"a\":1}")))
        .extracting(Difference::path)
        .containsExactly("$");
  }
}
