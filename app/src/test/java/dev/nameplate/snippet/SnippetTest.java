package dev.nameplate.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.studio.Mail;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is pasted into sending tools, and that a mail made of it shows the right picture. */
public final class SnippetTest {
  private static final Path GOLDENS = Path.of("app/src/test/resources/golden-snippets");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");
  private static final String BASE = "https://img.example.com";
  private static final List<String> TEMPLATES = List.of("coupon", "product-reminder");

  record Case(String template, EmailPlatform tool) {
    Path path() {
      return GOLDENS.resolve(template).resolve(tool.id() + ".txt");
    }

    @Override
    public String toString() {
      return template + "/" + tool.id();
    }
  }

  static Stream<Case> cases() {
    return TEMPLATES.stream()
        .flatMap(id -> Arrays.stream(EmailPlatform.values()).map(tool -> new Case(id, tool)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void snippet_ofEachTool_isAsBefore(Case golden) throws IOException {
    Snippet snippet = snippet(golden.template(), golden.tool(), Map.of());
    StringBuilder text = new StringBuilder(snippet.markup()).append('\n');
    snippet.warnings().forEach(warning -> text.append("warning: ").append(warning).append('\n'));
    if (UPDATE) {
      Files.createDirectories(golden.path().getParent());
      Files.writeString(golden.path(), text);
    }
    assertThat(golden.path()).exists();
    assertThat(text.toString()).isEqualTo(Files.readString(golden.path()));
    assertThat(UPDATE).as("goldens were written; look at them and run again").isFalse();
  }

  /** All but those that have no tags. */
  public static Set<EmailPlatform> senders() {
    return EnumSet.complementOf(EnumSet.of(EmailPlatform.HTML, EmailPlatform.JAVASCRIPT));
  }

  @ParameterizedTest
  @MethodSource("senders")
  void mail_ofEachTool_drawsAndSaysTheRecipientsValues(EmailPlatform tool) throws IOException {
    Snippet snippet = snippet("product-reminder", tool, Map.of("price", "", "picture", ""));
    boolean encodes = tool.syntax().encoded().isPresent();
    String product = encodes ? "Tea & Biscuits #2 + \u00fc" : "Tea and \u00fcber Biscuits";
    Map<String, String> recipient =
        recipient(snippet, Map.of("name", "Zo\u00eb", "product", product));
    String mail = new Mail(recipient).sent(snippet.markup());
    JsonNode explanation = explanation(attribute(mail, "src"));
    assertThat(explanation.at("/fields/name/value").asText()).isEqualTo("Zo\u00eb");
    assertThat(explanation.at("/fields/product/value").asText()).isEqualTo(product);
    assertThat(attribute(mail, "alt")).isEqualTo(explanation.path("alt").asText());
  }

  @ParameterizedTest
  @MethodSource("senders")
  void mail_toWhomNothingIsKnownOf_drawsAndSaysTheStandardWording(EmailPlatform tool)
      throws IOException {
    Snippet snippet = snippet("product-reminder", tool, Map.of("price", "", "picture", ""));
    String mail = new Mail(Map.of()).sent(snippet.markup());
    JsonNode explanation = explanation(attribute(mail, "src"));
    assertThat(explanation.at("/fields/name/state").asText()).isEqualTo("absent");
    boolean branches = tool.syntax().branch().isPresent();
    if (branches) {
      assertThat(attribute(mail, "alt")).isEqualTo(explanation.path("alt").asText());
    }
    assertThat(snippet.warnings().stream().anyMatch(text -> text.contains("has a gap")))
        .isEqualTo(!branches);
  }

  @Test
  void html_drawsAndSaysTheValuesInIt() throws IOException {
    Map<String, String> values = Map.of("name", "Ann & \"Bo\"", "product", "50% <off>");
    Snippet snippet = snippet("product-reminder", EmailPlatform.HTML, values);
    JsonNode explanation = explanation(attribute(snippet.markup(), "src"));
    assertThat(explanation.at("/fields/name/value").asText()).isEqualTo("Ann & \"Bo\"");
    assertThat(explanation.at("/fields/product/value").asText()).isEqualTo("50% <off>");
    assertThat(attribute(snippet.markup(), "alt")).isEqualTo(explanation.path("alt").asText());
  }

  /** What stands for the picture is what it shows, after case, numbers and fallbacks. */
  @ParameterizedTest
  @CsvSource({
    "rewards, name=MARIA LINDQVIST;points=12800;goal=abc",
    "welcome, name=null",
    "event-ticket, name=jo;date=2026-09-18;ticket=ax7",
    "advisor, name=;advisor="
  })
  void html_saysWhatIsDrawn(String template, String values) throws IOException {
    Map<String, String> tags = new HashMap<>();
    for (String pair : values.split(";")) {
      tags.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    Snippet snippet = snippet(template, EmailPlatform.HTML, tags);
    JsonNode explanation = explanation(attribute(snippet.markup(), "src"));
    assertThat(attribute(snippet.markup(), "alt")).isEqualTo(explanation.path("alt").asText());
    assertThat(snippet.warnings()).noneMatch(text -> text.contains("alternative text"));
  }

  @Test
  void anotherPersonsName_isNotTheRecipients() {
    Snippet snippet = snippet("advisor", EmailPlatform.MAILCHIMP, Map.of());
    assertThat(snippet.tags()).containsEntry("name", "FNAME");
    assertThat(snippet.tags()).containsEntry("advisor", "ADVISOR");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, true",
    "http://127.0.0.1:80, true",
    "http://[::1]:8080, true",
    "https://localhost.example.com, false",
    "https://img.example.com, false"
  })
  void addressOfThisMachine_isWarnedOf(String base, boolean warned) {
    Template template = TestApplication.template("welcome");
    Snippet snippet =
        SnippetWriter.write(
            new SnippetSpec(
                template, false, EmailPlatform.KLAVIYO, ImageUrl.of(template, base), Map.of()));
    assertThat(snippet.warnings().stream().anyMatch(text -> text.contains("no recipient")))
        .isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MAILCHIMP; *|VORNAME|*; name=*|URL:VORNAME|*",
        "MAILCHIMP; *|URL:VORNAME|*; name=*|URL:VORNAME|*",
        "KLAVIYO; {{ first_name|default:'you' }}; name={{ first_name|urlencode }}",
        "KLAVIYO; {{ person|lookup:'Pet' }}; name={{ person|lookup:'Pet'|urlencode }}",
        "KLAVIYO; event.Pet; name={{ event.Pet|urlencode }}",
        "BRAZE; {{${first_name}}}; name={{${first_name} | url_encode}}",
        "BRAZE; pet; name={{custom_attribute.${pet} | url_encode}}",
        "MARKETING_CLOUD; %%First Name%%; name=%%=URLEncode([First Name],1,1)=%%",
        "CUSTOMERIO; {{customer.pet}}; name={{ customer.pet | url_encode }}"
      })
  void tag_typedInAnyWay_isWrittenAsTheAddressNeedsIt(
      EmailPlatform tool, String typed, String expected) {
    Snippet snippet = snippet("welcome", tool, Map.of("name", typed));
    assertThat(snippet.address()).isEqualTo(BASE + "/i/welcome@2x.png?" + expected);
  }

  @Test
  void tag_thatIsNone_isLeftOut_andSaidSo() {
    Snippet snippet = snippet("welcome", EmailPlatform.MAILCHIMP, Map.of("name", "\"><script>"));
    assertThat(snippet.markup()).doesNotContain("script");
    assertThat(snippet.warnings().get(0)).contains("'name'").contains("Mailchimp");
  }

  @Test
  void signedTemplate_getsTheCommand_andNoSignature() {
    Template template = TestApplication.template("welcome");
    Snippet snippet =
        SnippetWriter.write(
            new SnippetSpec(
                template, true, EmailPlatform.MAILCHIMP, ImageUrl.of(template, BASE), Map.of()));
    assertThat(snippet.markup()).doesNotContain("_sig");
    assertThat(snippet.warnings().get(0))
        .contains("nameplate url welcome --scale 2 --format png --open name --base " + BASE);
  }

  @ParameterizedTest
  @EnumSource(EmailPlatform.class)
  void endpoint_givesTheSnippet_asTextAndAsJson(EmailPlatform tool) throws IOException {
    String target = "/t/coupon/snippet?format=png&base=" + BASE + "&esp=" + tool.id();
    Snippet expected = snippet("coupon", tool, Map.of());
    HttpResponse<byte[]> text = TestApplication.get(target);
    assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(text.headers().firstValue("Vary")).hasValue("Accept");
    assertThat(new String(text.body(), StandardCharsets.UTF_8)).isEqualTo(expected.markup() + "\n");
    HttpResponse<byte[]> json = TestApplication.get(target, "Accept", "application/json");
    JsonNode root = new ObjectMapper().readTree(json.body());
    assertThat(root.path("snippet").asText()).isEqualTo(expected.markup());
    assertThat(root.path("warnings")).hasSize(expected.warnings().size());
  }

  @ParameterizedTest
  @CsvSource({
    "/t/nope/snippet?esp=klaviyo, 404",
    "/t/welcome/snippet, 400",
    "/t/welcome/snippet?esp=nope, 400",
    "/t/welcome/snippet?esp=kit&scale=9, 400",
    "/t/welcome/snippet?esp=kit&format=gif, 400",
    "/t/welcome/snippet?esp=kit&base=javascript:1, 400"
  })
  void endpoint_askedForWhatIsNot_saysWhatThereIs(String target, int status) {
    assertThat(TestApplication.get(target).statusCode()).isEqualTo(status);
  }

  private static Snippet snippet(String id, EmailPlatform tool, Map<String, String> tags) {
    Template template = TestApplication.template(id);
    return SnippetWriter.write(
        new SnippetSpec(template, false, tool, ImageUrl.of(template, BASE), tags));
  }

  /** A recipient's data by the names in a snippet's tags. */
  private static Map<String, String> recipient(Snippet snippet, Map<String, String> values) {
    Map<String, String> recipient = new HashMap<>();
    values.forEach((field, value) -> recipient.put(snippet.tags().get(field), value));
    return recipient;
  }

  private static JsonNode explanation(String address) throws IOException {
    String target = address.substring(BASE.length()).replace("@2x.png", ".json");
    return new ObjectMapper()
        .readTree(
            TestApplication.get(
                    target
                        .replace(" ", "%20")
                        .replace("\u00eb", "%C3%AB")
                        .replace("\u00fc", "%C3%BC"))
                .body());
  }

  /** An attribute as a browser reads it. */
  private static String attribute(String markup, String name) {
    Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(markup);
    assertThat(found.find()).isTrue();
    return found
        .group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
