package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.Caller;
import dev.nameplate.api.CreateImageUrl;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ImageOrder;
import dev.nameplate.api.ImageOrderReader;
import dev.nameplate.api.ImageUrlResult;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/**
 * Whatever a body holds, it is answered with a URL or with a fault of the caller's; and what is
 * said of a URL is what the URL's own explanation says.
 */
final class MutatedBodiesTest {
  private static final int MUTATED = Integer.getInteger("nameplate.mutations", 4_000);
  private static final int AGREEING = 1_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Caller LOCAL = new Caller(Optional.empty(), "http://localhost");
  private static final CreateImageUrl CREATE =
      new CreateImageUrl(
          new TemplateCatalog(TestApplication.application().templates()),
          TestApplication.application().images(),
          new UrlVerifier(AccessSettings.DEFAULT),
          AccessSettings.DEFAULT,
          new CreateImageUrl.Options(16_384, true, Counting.inMemory()));
  private static final List<String> SEEDS =
      List.of(
          "{\"template\":\"coupon\",\"layers\":{\"name\":\"Maria\",\"percent\":20,\"code\":null},"
              + "\"format\":\"png\",\"scale\":2,\"open\":[\"code\"],\"strict\":false}",
          "{\"design_id\":\"event-ticket\",\"modifications\":[{\"name\":\"name\",\"text\":\"A\"},"
              + "{\"name\":\"photo\",\"image_url\":\"https://a.example/b.png\"}],"
              + "\"metadata\":{\"row\":[1,2,{\"a\":null}]},\"expires\":\"2090-01-01T00:00Z\"}",
          "{\"template_uuid\":\"welcome\",\"data\":{\"name.text\":\"50%25 off\","
              + "\"name_fallback\":\"Friend\"},\"url\":\"plain\",\"render\":\"lazy\"}");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "1e999",
          "-0",
          "\\u0000",
          "\\ud800",
          "*|FNAME|*",
          "\ufeff",
          "\u202e",
          "name",
          "layers",
          "template",
          "_fallback",
          ".",
          "\\",
          "\"template\":\"welcome\",",
          "\"open\":[\"name\"],",
          "99999999999999999999",
          "\ud83d\udd25");
  private static final List<String> VALUES =
      List.of(
          "Maria",
          "",
          " ",
          "50%25 off",
          "*|FNAME|*",
          "null",
          "A".repeat(300),
          "\ud83d\udd25 Zo\u00eb",
          "a+b&c=d#e",
          "1,234.50",
          "2026-09-24",
          "https://a.example/x.png",
          "\u0000x",
          "%",
          "{{ x }}");

  @Test
  void mutatedBody_isAnswered_orIsTheCallersFault() {
    Random random = new Random(20_261_129);
    int urls = 0;
    for (int at = 0; at < MUTATED; at++) {
      String body = mutated(SEEDS.get(at % SEEDS.size()), random);
      try {
        ImageOrder order =
            ImageOrderReader.read(JsonBody.read(body.getBytes(StandardCharsets.UTF_8)));
        ImageUrlResult result = url(order);
        assertThat(result.url()).startsWith("http://localhost/i/");
        urls++;
      } catch (ApiException fault) {
        assertThat(fault.code().status()).as(body).isBetween(400, 422);
        assertThat(fault.code()).as(body).isNotEqualTo(ErrorCode.INTERNAL);
      }
    }
    assertThat(urls).as("some are still good").isGreaterThan(MUTATED / 20);
  }

  @Test
  void urlAndItsExplanation_agreeOnEveryValue() throws IOException {
    Random random = new Random(7);
    List<Template> templates = TestApplication.application().templates().all();
    for (int at = 0; at < AGREEING; at++) {
      Template template = templates.get(at % templates.size());
      ObjectNode body = MAPPER.createObjectNode();
      body.put("template", template.id());
      ObjectNode layers = body.putObject("layers");
      for (String field : template.fields().keySet()) {
        if (random.nextInt(4) > 0) {
          layers.put(field, VALUES.get(random.nextInt(VALUES.size())));
        }
        if (random.nextInt(4) == 0) {
          layers.put(field + "_fallback", VALUES.get(random.nextInt(VALUES.size())));
        }
      }
      ImageUrlResult result =
          url(ImageOrderReader.read(JsonBody.read(MAPPER.writeValueAsBytes(body))));
      String target = result.url().replace("http://localhost", "").replaceFirst("[.]png", ".json");
      JsonNode explained = MAPPER.readTree(TestApplication.get(target).body());
      Map<String, String> told = new TreeMap<>();
      Map<String, String> there = new TreeMap<>();
      for (ResolvedField field : result.merged().byName().values()) {
        String name = field.field().name();
        told.put(name, field.state().label() + field.value().map(FieldValue::shown));
        JsonNode node = explained.path("fields").path(name);
        there.put(
            name,
            node.path("state").asText() + Optional.ofNullable(node.path("value").textValue()));
      }
      assertThat(told).as(body + " " + target).isEqualTo(there);
    }
  }

  private static ImageUrlResult url(ImageOrder order) {
    try {
      return CREATE.run(order, LOCAL, CreateImageUrl::usual, Runnable::run).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof ApiException fault) {
        throw fault;
      }
      throw failed;
    }
  }

  private static String mutated(String seed, Random random) {
    StringBuilder body = new StringBuilder(seed);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(body.length());
      int end = Math.min(body.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> body.delete(at, end);
        case 1 -> body.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> body.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> body.insert(at, body.substring(at, end));
      }
      if (body.length() == 0) {
        body.append(' ');
      }
    }
    return body.toString();
  }
}
