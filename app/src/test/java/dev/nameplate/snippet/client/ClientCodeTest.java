package dev.nameplate.snippet.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.http.api.CodeServer;
import dev.nameplate.support.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The programs run and send what they should: those of the page on the API, and those with texts
 * that mean something in one of the languages. Where a language is not installed, its test is
 * skipped and says so.
 */
@SuppressWarnings("NullAway.Init") // Set before all.
final class ClientCodeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path PAGE = Path.of("app/docs/api.md");
  private static final String BASE = "http://localhost:8080";
  private static final Pattern FENCE = Pattern.compile("(?s)\\n```([a-z]+)\\n(.*?)\\n```\\n");

  private static CodeServer server;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    server = new CodeServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static ImageCall example(String base) {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("first_name", "Maya");
    layers.put("company_name", "Northwind Labs");
    layers.put("event_date", "June 18");
    layers.put("company_name_fallback", "your team");
    return new ImageCall(base, "event-badge", layers, "png", "2");
  }

  /** Texts with whatever begins, ends or fills in something in one of the languages. */
  private static Map<String, String> hostile() {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("quotes", "' \" ''' \"\"\" ` ``` \\' \\\" \\");
    layers.put("dollars", "$HOME ${HOME} $(id) {$a} `id` %s %d #{1} {{ x }} {% x %} !!");
    layers.put("lines", "one\ntwo\r\nthree\ttabbed  ");
    layers.put("escapes", "\\n \\u0041 \\x41 \\101 \\0 &amp; <?php ?> </script> //*/ @/etc/passwd");
    layers.put("controls", "\u0001\u0007\u007f\u2028\u2029");
    layers.put("scripts", "Zoë Ελένη 李 \ud83c\udff3\ufe0f\u200d\ud83c\udf08 שלום");
    layers.put("half\ud800", "half \udc00 pair");
    return layers;
  }

  /** The blocks of the page that call with what the example holds, by the language they name. */
  private static Map<String, String> blocks() throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (MatchResult block : FENCE.matcher(Files.readString(PAGE)).results().toList()) {
      blocks.putIfAbsent(block.group(1), block.group(2));
    }
    return blocks;
  }

  @ParameterizedTest
  @EnumSource
  void exampleOfThePage_isTheOneThatTheStudioWrites(ClientLanguage language) throws IOException {
    assertThat(blocks().get(language.fence())).isEqualTo(ClientCode.write(language, example(BASE)));
  }

  @ParameterizedTest
  @EnumSource
  void exampleOfThePage_runs_andPrintsTheUrl(ClientLanguage language) throws IOException {
    String code = String.valueOf(blocks().get(language.fence()));
    String printed = run(language, code.replace(BASE, server.base()));
    String path = "/i/event-badge@2x.png?first_name=Maya&company_name=Northwind%20Labs";
    assertThat(printed).contains(server.base() + path);
    assertThat(server.authorization()).isEqualTo("Bearer " + ClientCode.TOKEN);
  }

  @ParameterizedTest
  @EnumSource
  void texts_arriveAsTheyAre_whateverTheyHold(ClientLanguage language) throws IOException {
    ImageCall call = new ImageCall(server.echo(), "it's \"a\" \\ $t", hostile(), "png", "1.5");
    run(language, ClientCode.write(language, call));
    JsonNode sent = MAPPER.readTree(server.lastBody());
    assertThat(sent.path("template").asText()).isEqualTo("it's \"a\" \\ $t");
    assertThat(sent.path("scale").asText()).isEqualTo("1.5");
    Map<String, String> layers = new LinkedHashMap<>();
    sent.path("layers")
        .properties()
        .forEach(layer -> layers.put(layer.getKey(), layer.getValue().asText()));
    Map<String, String> expected = new LinkedHashMap<>();
    hostile()
        .forEach(
            (name, text) ->
                expected.put(
                    name.replace('\ud800', '\ufffd'), text.replace("half \udc00", "half \ufffd")));
    assertThat(layers).isEqualTo(expected);
  }

  @Test
  void callWithoutLayers_runs() throws IOException {
    for (ClientLanguage language : List.of(ClientLanguage.CURL, ClientLanguage.PHP)) {
      ImageCall call = new ImageCall(server.base(), "welcome", Map.of(), "png", "1");
      assertThat(run(language, ClientCode.write(language, call)))
          .contains(server.base() + "/i/welcome.png");
    }
  }

  /** Runs a program; the test is skipped where the language is not there. */
  private String run(ClientLanguage language, String code) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return switch (language) {
      case CURL -> run("bash", "call.sh", code);
      case PYTHON -> run("python3", "call.py", code);
      case JAVASCRIPT -> run("node", "call.mjs", code);
      case PHP -> run("php", "call.php", code);
      case JAVA -> output(List.of(java.toString(), file("ImageUrl.java", code)));
    };
  }

  private String run(String program, String file, String code) throws IOException {
    Assumptions.assumeThat(Tool.find(program)).as("%s is installed", program).isPresent();
    return output(List.of(program, file(file, code)));
  }

  private String file(String name, String code) throws IOException {
    return Files.writeString(folder.resolve(name), code, UTF_8).toString();
  }

  private static String output(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
