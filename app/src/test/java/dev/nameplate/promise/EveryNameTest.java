package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.TextLayer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Promise 5: two thousand names of thirty languages, each in a few templates, some of every
 * language in each; {@code app/load/everything.sh} sets all of them in all templates.
 */
final class EveryNameTest {
  private static final Path NAMES = Path.of("app/src/test/resources/corpus/names.json");
  private static final double ROUNDED = 0.11;

  /** Of the pairs of a name and a template one in so many is set. */
  private static final int PART = 4;

  @Test
  void name_isDrawnInItsBox_inEveryTemplate() throws IOException {
    List<String> names = names().values().stream().flatMap(List::stream).toList();
    assertThat(names).hasSizeGreaterThan(2000);
    List<Template> templates = TestApplication.application().templates().all();
    for (int at = 0; at < templates.size(); at++) {
      for (int number = 0; number < names.size(); number++) {
        if (Extent.covers(at, number, PART)) {
          check(templates.get(at), names.get(number));
        }
      }
    }
  }

  @Test
  void picture_differsFromTheStandardOne_onlyInTheBoxesOfValues() throws IOException {
    for (Template template : TestApplication.application().templates().all()) {
      BufferedImage standard = draw(template, "");
      List<Box> boxes = boxes(template);
      int personal = 0;
      for (List<String> names : names().values()) {
        String name = names.get(template.id().length() % names.size());
        BufferedImage drawn = draw(template, query(name));
        assertThat(changesOutside(standard, drawn, boxes)).as("%s", name).isZero();
        personal += Pictures.largestDifference(standard, drawn) > 0 ? 1 : 0;
      }
      assertThat(personal).as(template.id()).isGreaterThan(names().size() * 4 / 5);
    }
  }

  private static void check(Template template, String name) {
    MergedFields fields =
        TestApplication.application().pipeline().merge(template, new RawQuery(query(name)));
    String field = nameField(template);
    assertThat(fields.byName())
        .hasEntrySatisfying(field, value -> assertThat(value.reason()).as("%s", name).isEmpty());
    assertThat(fields.value(field).map(FieldValue::shown).orElse("")).isNotBlank();
    Explanation explained =
        TestApplication.application().pipeline().explain(template, fields, Scale.ONE);
    for (Explanation.LayerNote note : explained.layers()) {
      Layer layer = template.layers().get(note.index());
      if (note.drawn() && layer instanceof TextLayer text) {
        Box turned = turned(layer.frame());
        List<Double> at = note.bounds();
        Box bounds = new Box(at.get(0), at.get(1), at.get(2), at.get(3));
        assertThat(turned.contains(bounds, ROUNDED)).as("%s in %s", name, template.id()).isTrue();
        assertThat(bounds.isEmpty()).as("%s in %s", name, template.id()).isFalse();
        Explanation.TextNote set = note.text().orElseThrow();
        assertThat(set.cut() || set.size() >= text.style().minSize() - ROUNDED)
            .as("%s in %s at %s", name, template.id(), set.size())
            .isTrue();
      }
    }
  }

  /** The field that the parameter {@code name} fills, by its name or an alias. */
  private static String nameField(Template template) {
    return template.fields().values().stream()
        .filter(field -> field.name().equals("name") || field.aliases().contains("name"))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static int changesOutside(BufferedImage one, BufferedImage other, List<Box> boxes) {
    int[] ones = Pictures.argb(one);
    int[] others = Pictures.argb(other);
    int changes = 0;
    for (int at = 0; at < ones.length; at++) {
      boolean inside =
          ones[at] == others[at] || isInside(boxes, at % one.getWidth(), at / one.getWidth());
      changes += inside ? 0 : 1;
    }
    return changes;
  }

  private static boolean isInside(List<Box> boxes, int x, int y) {
    for (Box box : boxes) {
      if (x + 1 > box.x() && x < box.right() && y + 1 > box.y() && y < box.bottom()) {
        return true;
      }
    }
    return false;
  }

  private static List<Box> boxes(Template template) {
    return template.layers().stream()
        .filter(layer -> !LayerFields.isStatic(layer))
        .map(layer -> turned(layer.frame()))
        .toList();
  }

  private static Box turned(Frame frame) {
    return frame.box().turned(frame.rotate(), frame.box().centerX(), frame.box().centerY());
  }

  private static BufferedImage draw(Template template, String query) {
    return Pictures.decode(TestApplication.draw(template, query, Scale.ONE, Format.PNG));
  }

  private static String query(String name) {
    return "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Each given name with each family name, by language. */
  private static Map<String, List<String>> names() throws IOException {
    JsonNode json = new JsonMapper().readTree(NAMES.toFile());
    Map<String, List<String>> names = new LinkedHashMap<>();
    json.properties()
        .forEach(
            language -> {
              List<String> all = new ArrayList<>();
              for (String given : list(language.getValue(), "given")) {
                for (String family : list(language.getValue(), "family")) {
                  all.add(given + " " + family);
                }
              }
              names.put(language.getKey(), all);
            });
    return names;
  }

  private static List<String> list(JsonNode node, String key) {
    return StreamSupport.stream(node.path(key).spliterator(), false).map(JsonNode::asText).toList();
  }
}
