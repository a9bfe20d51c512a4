package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Promise 10: the explanation tells what arrived, what was made of it and why. */
final class ExplainedTest {
  @Test
  void unmergedName_isExplained() throws IOException {
    JsonNode json = explain("/i/welcome.json?name=*|FNAME|*");
    JsonNode name = json.at("/fields/name");
    assertThat(name.path("state").asText()).isEqualTo("absent");
    assertThat(name.path("value").isNull()).isTrue();
    assertThat(name.path("reason").asText()).isEqualTo("unmerged");
    assertThat(name.path("arrived").asText()).isEqualTo("*|FNAME|*");
    assertThat(name.path("detail").asText()).isEqualTo("mailchimp");
    assertThat(json.path("alt").asText()).isNotEmpty();
  }

  @Test
  void explanation_isNotKept_andNeedsNoRender() throws IOException {
    long renders = TestApplication.application().images().renders();
    HttpResponse<byte[]> answer = TestApplication.get("/i/welcome@2x.json?name=Maria");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(TestApplication.application().images().renders()).isEqualTo(renders);
    String etag = new ObjectMapper().readTree(answer.body()).path("etag").asText();
    assertThat(
            TestApplication.send("HEAD", "/i/welcome@2x.png?name=Maria")
                .headers()
                .firstValue("ETag"))
        .contains(etag);
  }

  @Test
  void everyLayerAndField_isListed_forEverySample() throws IOException {
    for (Template template : TestApplication.application().templates().all()) {
      for (Sample sample : Sample.read(TestApplication.templates(), template.id())) {
        JsonNode json = explain("/i/" + template.id() + ".json?" + sample.query());
        assertThat(json.path("fields").size()).isEqualTo(template.fields().size());
        assertThat(json.path("layers").size()).isEqualTo(template.layers().size());
        for (JsonNode layer : json.path("layers")) {
          assertThat(layer.path("name").asText()).isNotBlank();
          boolean drawn = layer.path("state").asText().equals("drawn");
          assertThat(layer.path("bounds").size()).isEqualTo(drawn ? 4 : 0);
          assertThat(layer.has("size"))
              .isEqualTo(drawn && layer.path("type").asText().equals("text"));
        }
        assertThat(json.path("warnings")).isEmpty();
      }
    }
  }

  private static JsonNode explain(String target) throws IOException {
    HttpResponse<byte[]> answer = TestApplication.get(target.replace("|", "%7C"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
