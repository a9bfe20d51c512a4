package dev.nameplate.snippet.client;

import java.util.stream.Collectors;

/**
 * Writes a call of the API as a program that prints the URL, and the whole answer in shell and
 * Java, whose standard libraries read no JSON.
 */
public final class ClientCode {
  /** What stands for the token. */
  public static final String TOKEN = "YOUR_TOKEN";

  private ClientCode() {}

  /**
   * Returns the program, without a line feed at its end. Texts of the call stand in it as literals:
   * whatever they hold, the program sends them as they are.
   */
  public static String write(ClientLanguage language, ImageCall call) {
    return switch (language) {
      case CURL -> curl(call);
      case PYTHON -> python(call);
      case JAVASCRIPT -> javascript(call);
      case PHP -> php(call);
      case JAVA -> java(call);
    };
  }

  private static String curl(ImageCall call) {
    return String.join(
        "\n",
        "curl --fail-with-body " + Literals.shell(call.url()) + " \\",
        "  -H 'Authorization: Bearer " + TOKEN + "' \\",
        "  -H 'Content-Type: application/json' \\",
        "  -d " + Literals.shell(body(call, "  ").stripLeading()));
  }

  /** The body on several lines, the first indented too. */
  private static String body(ImageCall call, String indent) {
    return indent
        + "{\n"
        + head(call, indent + "  ")
        + indent
        + "  \"layers\": {\n"
        + Literals.members(call.layers(), indent + "    ")
        + "\n"
        + indent
        + "  }\n"
        + indent
        + "}";
  }

  private static String head(ImageCall call, String indent) {
    return indent
        + "\"template\": "
        + Literals.json(call.template())
        + ",\n"
        + indent
        + "\"format\": "
        + Literals.json(call.format())
        + ",\n"
        + indent
        + "\"scale\": "
        + call.scale()
        + ",\n";
  }

  private static String python(ImageCall call) {
    return String.join(
        "\n",
        "import json",
        "from urllib.request import Request, urlopen",
        "",
        "order = {",
        head(call, "    ") + "    \"layers\": {",
        Literals.members(call.layers(), "        "),
        "    },",
        "}",
        "request = Request(",
        "    " + Literals.json(call.url()) + ",",
        "    data=json.dumps(order).encode(),",
        "    headers={\"Authorization\": \"Bearer "
            + TOKEN
            + "\", \"Content-Type\": \"application/json\"},",
        ")",
        "with urlopen(request) as answer:  # raises HTTPError where the call is refused",
        "    print(json.load(answer)[\"image_url\"])");
  }

  private static String javascript(ImageCall call) {
    return String.join(
        "\n",
        "const answer = await fetch(" + Literals.json(call.url()) + ", {",
        "  method: \"POST\",",
        "  headers: { \"Authorization\": \"Bearer "
            + TOKEN
            + "\", \"Content-Type\": \"application/json\" },",
        "  body: JSON.stringify({",
        head(call, "    ") + "    \"layers\": {",
        Literals.members(call.layers(), "      "),
        "    },",
        "  }),",
        "});",
        "const result = await answer.json();",
        "if (!answer.ok) throw new Error(`${result.code}: ${result.detail}`);",
        "console.log(result.image_url);");
  }

  private static String php(ImageCall call) {
    String layers =
        call.layers().entrySet().stream()
            .map(
                layer ->
                    "        "
                        + Literals.php(layer.getKey())
                        + " => "
                        + Literals.php(layer.getValue())
                        + ",")
            .collect(Collectors.joining("\n"));
    return String.join(
        "\n",
        "<?php",
        "$order = [",
        "    'template' => " + Literals.php(call.template()) + ",",
        "    'format' => " + Literals.php(call.format()) + ",",
        "    'scale' => " + call.scale() + ",",
        "    'layers' => [",
        layers,
        "    ],",
        "];",
        "$context = stream_context_create(['http' => [",
        "    'method' => 'POST',",
        "    'header' => ['Authorization: Bearer "
            + TOKEN
            + "', 'Content-Type: application/json'],",
        "    'content' => json_encode($order, JSON_THROW_ON_ERROR),",
        "    'ignore_errors' => true, // so that a refusal is read too",
        "]]);",
        "$answer = file_get_contents(" + Literals.php(call.url()) + ", false, $context);",
        "$result = json_decode((string) $answer, true, 512, JSON_THROW_ON_ERROR);",
        "if (!isset($result['image_url'])) {",
        "    throw new RuntimeException($result['code'] . ': ' . $result['detail']);",
        "}",
        "echo $result['image_url'], PHP_EOL;");
  }

  private static String java(ImageCall call) {
    return String.join(
        "\n",
        "import java.net.URI;",
        "import java.net.http.HttpClient;",
        "import java.net.http.HttpRequest;",
        "import java.net.http.HttpResponse;",
        "",
        "public class ImageUrl {",
        "    public static void main(String[] arguments) throws Exception {",
        "        String order =",
        "                \"\"\"",
        body(call, "                ").replace("\\", "\\\\"),
        "                \"\"\";",
        "        HttpRequest request =",
        "                HttpRequest.newBuilder(URI.create(" + Literals.json(call.url()) + "))",
        "                        .header(\"Authorization\", \"Bearer " + TOKEN + "\")",
        "                        .header(\"Content-Type\", \"application/json\")",
        "                        .POST(HttpRequest.BodyPublishers.ofString(order))",
        "                        .build();",
        "        HttpResponse<String> answer =",
        "                HttpClient.newHttpClient()",
        "                        .send(request, HttpResponse.BodyHandlers.ofString());",
        "        // A JSON library reads image_url out of it.",
        "        System.out.println(answer.body());",
        "    }",
        "}");
  }
}
