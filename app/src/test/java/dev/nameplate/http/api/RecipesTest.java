package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recipes and the request bodies of the page on the API say what the API takes and answers:
 * their orders are made, and every name that they take from an answer is in one.
 */
final class RecipesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ApiCalls API = new ApiCalls(TestApplication.application().port());
  private static final Pattern FROM_ANSWER =
      Pattern.compile("from\\s+the\\s+answer[^:.]*:([^.]*)\\.");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern DATA =
      Pattern.compile("\\| Data \\| `([a-z_]+)` with [^`|]*(?:`([^`]+)`)?");
  private static final Pattern JSON = Pattern.compile("(?s)```json\\n(.*?)\\n```");
  private static final Pattern EXPRESSION = Pattern.compile("\\$json\\.([a-z_]+)");

  /** A recipe by its heading. */
  record Recipe(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Recipe> recipes() throws IOException {
    return Arrays.stream(section("## Recipes").split("\n### "))
        .skip(1)
        .map(text -> new Recipe(text.lines().findFirst().orElseThrow(), text))
        .toList();
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(Path.of("app/docs/api.md"));
    int start = page.indexOf("\n" + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static JsonNode answer(String body) {
    ApiCalls.Reply reply = API.post("/v1/images", body);
    assertThat(reply.status()).as("%s: %s", body, reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    Iterator<String> fields = node.fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }

  @Test
  void page_hasARecipe_forEachTool() throws IOException {
    assertThat(recipes())
        .extracting(Recipe::name)
        .containsExactly("Zapier", "Make", "n8n", "HubSpot", "Klaviyo");
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void everyNameFromAnAnswer_isInTheAnswer(Recipe recipe) {
    Set<String> known = names(answer("{\"template\":\"event-badge\"}"));
    List<String> taken =
        FROM_ANSWER
            .matcher(recipe.text())
            .results()
            .flatMap(part -> CODE.matcher(part.group(1)).results())
            .map(name -> name.group(1))
            .toList();
    assertThat(taken).isNotEmpty().contains("image_url");
    assertThat(known).containsAll(taken);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void everyOrderOfARecipe_isMade(Recipe recipe) throws IOException {
    List<JsonNode> orders = new ArrayList<>();
    for (MatchResult json : JSON.matcher(recipe.text()).results().toList()) {
      orders.add(MAPPER.readTree(json.group(1)));
    }
    ObjectNode nested = nested(recipe);
    if (!nested.isEmpty()) {
      orders.add(nested);
    }
    for (JsonNode order : orders) {
      assertThat(answer(order.toString()).path("fields").path("first_name").path("state").asText())
          .isEqualTo("given");
    }
    boolean writesOrders = Set.of("Zapier", "Make").contains(recipe.name());
    assertThat(orders).hasSize(writesOrders ? 1 : 0);
  }

  /** The rows of data, whose keys nest at two underscores. */
  private static ObjectNode nested(Recipe recipe) {
    ObjectNode order = MAPPER.createObjectNode();
    for (MatchResult row : DATA.matcher(recipe.text()).results().toList()) {
      String[] path = row.group(1).split("__", 2);
      String value = row.group(2) == null ? "Maya" : row.group(2);
      if (path.length == 1) {
        order.put(path[0], value);
      } else {
        order.withObject("/" + path[0]).put(path[1], value);
      }
    }
    return order;
  }

  /**
   * What a node of n8n evaluates is JavaScript; its names are those of the order and the answer.
   */
  @Test
  void expressionsOfN8n_nameWhatThereIs() throws IOException {
    String text =
        recipes().stream()
            .filter(recipe -> recipe.name().equals("n8n"))
            .map(Recipe::text)
            .findFirst()
            .orElseThrow();
    Set<String> known = names(answer("{\"template\":\"event-badge\"}"));
    known.add("first_name");
    assertThat(EXPRESSION.matcher(text).results().map(name -> name.group(1)).toList())
        .isNotEmpty()
        .allMatch(known::contains);
    String order =
        text.replaceFirst("(?s).*JSON\\.stringify\\((\\{.*?\\}\\})\\).*", "$1")
            .replaceAll("([{ ])([a-z_]+):", "$1\"$2\":")
            .replaceAll("\\$json\\.([a-z_]+)", "\"Maya\"");
    assertThat(answer(order).at("/fields/first_name/state").asText()).isEqualTo("given");
  }

  static Stream<String> bodiesOfOthers() throws IOException {
    return section("## Coming from another service")
        .lines()
        .filter(line -> line.startsWith("| `{"))
        .map(line -> line.substring(3, line.indexOf("` |")));
  }

  @ParameterizedTest
  @MethodSource("bodiesOfOthers")
  void bodyOfAnotherService_isTaken_asItIs(String body) {
    JsonNode answer = answer(body.replace("…", "event-badge"));
    assertThat(answer.at("/fields/first_name/state").asText()).isEqualTo("given");
    assertThat(answer.path("image_url").asText()).contains("first_name=Maya");
  }

  @Test
  void bodiesOfOthers_coverEveryAlias() throws IOException {
    String all = String.join("\n", bodiesOfOthers().toList());
    assertThat(bodiesOfOthers()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(all)
        .contains("template_id", "templateId", "template_uuid", "modifications", "data", "layers");
  }

  @Test
  void membersThatOthersKnow_areRefused_orWarnedOf() {
    for (String member : List.of("webhook_url", "callback", "transparent", "render_pdf")) {
      String body = "{\"template\":\"event-badge\",\"" + member + "\":\"x\"}";
      assertThat(API.post("/v1/images", body).status()).as(member).isEqualTo(422);
      JsonNode lenient = answer(body.replace("}", ",\"strict\":false}"));
      assertThat(lenient.path("warnings")).as(member).isNotEmpty();
    }
    String color =
        "{\"template\":\"event-badge\",\"modifications\":[{\"name\":\"first_name\",\"text\":\"A\","
            + "\"color\":\"#fff\"}]}";
    assertThat(API.post("/v1/images", color).code()).isEqualTo("unsupported_property");
  }
}
