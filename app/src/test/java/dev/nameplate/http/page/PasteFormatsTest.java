package dev.nameplate.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.http.HttpServer;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.ServeSettings;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import dev.nameplate.support.Waiting;
import dev.nameplate.template.Format;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of every format, side by side, and that what is pasted follows them. */
final class PasteFormatsTest {
  private static final int PORT = TestApplication.application().port();
  private static final Pattern WEIGHT =
      Pattern.compile("<a href=\"(/i/[^\"]+)\">(\\w+)</a> <data value=\"(\\d+)\">([0-9.]+) kB<");

  @ParameterizedTest
  @ValueSource(strings = {"welcome", "coupon", "event-ticket", "product-reminder"})
  void bytes_areThoseOfThePicturesThatAreServed(String id) {
    String page = counted("/t/" + id);
    Map<Format, Integer> shown = new LinkedHashMap<>();
    Matcher weight = WEIGHT.matcher(page);
    while (weight.find()) {
      String picture = weight.group(1).replace("&amp;", "&");
      int bytes = Integer.parseInt(weight.group(3));
      Waiting.until(picture, () -> length(picture) == bytes);
      assertThat(Double.parseDouble(weight.group(4))).isEqualTo(Math.round(bytes / 100.0) / 10.0);
      shown.put(format(weight.group(2)), bytes);
    }
    Template template = TestApplication.template(id);
    assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(template.output().formats());
    FormatBytes known = new FormatBytes(shown, template.isOpaque(), false);
    assertThat(page).contains("<p>" + known.choice().reason() + ".</p>");
  }

  @ParameterizedTest
  @CsvSource({"welcome", "coupon", "event-ticket"})
  void snippetOfThePage_hasTheFormatToPaste_orTheOneThatIsNamed(String id) {
    String page = counted("/t/" + id);
    Matcher chosen =
        Pattern.compile("<li class=\"chosen\"><a href=\"/i/[^\"]+@2x\\.(\\w+)").matcher(page);
    assertThat(chosen.find()).isTrue();
    String best = chosen.group(1);
    assertThat(page)
        .contains("src=\"/i/" + id + "@2x." + best, "/i/" + id + "@2x." + best + "?")
        .contains(">auto: " + best + "</option>")
        .doesNotContain("<option value=\"png\" selected>", "<option value=\"jpg\" selected>");
    for (String named : List.of("png", "jpg")) {
      assertThat(counted("/t/" + id + "?_format=" + named))
          .contains("src=\"/i/" + id + "@2x." + named)
          .contains("<option value=\"" + named + "\" selected>");
    }
  }

  @Test
  void snippetAlone_hasTheFormatToPaste_andSaysWhy() throws IOException {
    FormatBytes bytes = bytes("welcome");
    String ending = bytes.choice().format().ending();
    String target = "/t/welcome/snippet?esp=kit";
    assertThat(RawSocket.get(PORT, target).text()).contains("/i/welcome@2x." + ending + "?");
    JsonNode json =
        new ObjectMapper()
            .readTree(TestApplication.get(target, "Accept", "application/json").body());
    assertThat(json.path("format").asText()).isEqualTo(ending);
    assertThat(json.path("format_reason").asText()).isEqualTo(bytes.choice().reason());
    for (String named : List.of("png", "jpg")) {
      assertThat(RawSocket.get(PORT, target + "&format=" + named).text())
          .contains("/i/welcome@2x." + named + "?");
    }
  }

  @Test
  void countdown_isPastedAsGif() {
    assertThat(counted("/t/flash-sale"))
        .contains("GIF alone shows the clock tick: use GIF.", "src=\"/i/flash-sale@2x.gif");
  }

  @Test
  void pageOfAServerThatCannotDraw_isWhole_withoutTheBytes() {
    ImageService images =
        new ImageService(
            TestApplication.application().pipeline(),
            (title, detail, format) -> new EncodedPicture(Format.PNG, List.of(new byte[1])),
            new ServeSettings(0, 0, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 1, 1));
    images.close();
    try (HttpServer server =
        new HttpServer(
                TestApplication.application().templates(),
                images,
                TestSettings.http(true, 0),
                () -> new byte[1])
            .start()) {
      RawSocket.Answer page = RawSocket.get(server.port(), "/t/welcome");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text())
          .contains("class=\"formats counting\"", "/i/welcome@2x.png?", "auto: png", "</html>")
          .doesNotContain("<data ");
      assertThat(RawSocket.get(server.port(), "/t/welcome/snippet?esp=kit").text())
          .contains("/i/welcome@2x.png?");
    }
  }

  /** A page once the bytes are known. */
  private static String counted(String target) {
    Waiting.until(target, () -> !RawSocket.get(PORT, target).text().contains("formats counting"));
    return RawSocket.get(PORT, target).text();
  }

  private static FormatBytes bytes(String id) {
    counted("/t/" + id);
    Template template = TestApplication.template(id);
    return TestApplication.application()
        .images()
        .formatBytes(
            template,
            TestApplication.application().templates().samples(id).get(0),
            () -> false,
            Duration.ZERO)
        .join()
        .orElseThrow();
  }

  private static int length(String picture) {
    return Integer.parseInt(RawSocket.get(PORT, picture).header("Content-Length"));
  }

  private static Format format(String title) {
    return List.of(Format.values()).stream()
        .filter(format -> format.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
