package dev.nameplate.merge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are accepted; advertisements, abuse and listed words are refused. */
final class ContentPolicyTest {
  private static final Path CORPUS = Path.of("app/src/test/resources/corpus");
  private static final Field NAME = Fields.of("name", FieldKind.NAME);
  private static final Field TEXT = Fields.of("title", FieldKind.TEXT);

  @Test
  void realName_passes() throws IOException {
    List<String> names = new ArrayList<>(lines("names-apart.txt"));
    JsonNode json = new JsonMapper().readTree(CORPUS.resolve("names.json").toFile());
    for (JsonNode language : json) {
      for (JsonNode given : language.path("given")) {
        for (JsonNode family : language.path("family")) {
          names.add(given.asText() + " " + family.asText());
          names.add(family.asText() + " " + given.asText());
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(4000);
    assertThat(names).filteredOn(name -> !drawn(NAME, name).equals("given")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wilhelmina Theodora Josephine Charlotte",
        "Hohenstein-Oberbach",
        "Muhammad ibn Abdallah",
        "Александра Константинопольская",
        "กรุงเทพมหานคร อมรรัตนโกสินทร์"
      })
  void longName_passes_cutToItsField(String name) {
    for (int most = 4; most < 18; most++) {
      Field field = new MergeFixture.FieldMaker("name", FieldKind.NAME).maxLength(most).field();
      ResolvedField cut = MergeFixture.only(field, "name=" + encoded(name));
      assertThat(cut.state()).as("%s, %d", cut, most).isEqualTo(ResolvedField.State.GIVEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.com/sale and more", "call 555 0100 123", "win $1000 today", "An…na"})
  void abuse_isNotDrawn_cutToItsField(String text) {
    Field field = new MergeFixture.FieldMaker("name", FieldKind.NAME).maxLength(12).field();
    assertThat(MergeFixture.reason(MergeFixture.template(field), "name=" + encoded(text)))
        .startsWith("refused");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void abuse_inPlaceOfAName_isNotDrawn() throws IOException {
    List<String> abuse = lines("abuse.txt");
    assertThat(abuse).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    assertThat(abuse).filteredOn(text -> drawn(NAME, text).equals("given")).isEmpty();
  }

  /** Letters made better must not make an address look like a name. */
  @Test
  void abuse_inPlaceOfANameWhoseCaseIsMended_isNotDrawn() throws IOException {
    List<String> abuse = new ArrayList<>(lines("abuse.txt"));
    abuse.addAll(
        List.of(
            "bit.ly", "t.me", "wa.me", "goo.gl", "youtu.be", "discord.gg", "evil.tk", "evil.to"));
    abuse.addAll(
        List.of(
            "see t.me",
            "join discord.gg",
            "evil .com",
            "evil. com",
            "evil.sbs",
            "evil punto com",
            "evil ponto com",
            "evil точка рф",
            "Telegram @scam",
            "@evilhandle",
            "\u201cevil\u201d.com",
            "evil\ud83d\udd38com"));
    Field caseFixed = new MergeFixture.FieldMaker("name", FieldKind.NAME).fixCase().field();
    assertThat(abuse).filteredOn(text -> drawn(caseFixed, text).equals("given")).isEmpty();
    assertThat(
            List.of(
                "j. r. smith", "MARIA LINDQVIST", "anna-lena von berg", "st. john", "Maria @ Acme"))
        .allMatch(name -> drawn(caseFixed, name).equals("given"));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(CORPUS.resolve(file)).stream()
        .filter(line -> !line.startsWith("# ") && !line.isBlank())
        .toList();
  }

  /** In a text prose may stand that a name may not hold; no address or number got easier. */
  @Test
  void abuse_inPlaceOfAText_isRefusedWhereItIsAnAddressOrANumber() throws IOException {
    assertThat(lines("abuse.txt"))
        .filteredOn(text -> drawn(TEXT, text).startsWith("refused"))
        .hasSize(160);
  }

  @Test
  void refusedValue_countsAsMissing_andTellsNothingOfItself() {
    Template template =
        MergeFixture.template(
            new MergeFixture.FieldMaker("name", FieldKind.NAME).fallback("there").field());
    ResolvedField field = MergeFixture.only(template, "name=evil.com");
    assertThat(field.reason()).contains(MissingReason.REFUSED);
    assertThat(field.value()).contains(new FieldValue.Text("there"));
    assertThat(field.detail().orElse("")).isEqualTo("a web or e-mail address");
    assertThat(MergeFixture.shown(template, "name=evil.com&name=Ann")).isEqualTo("Ann");
  }

  @Test
  void cutValue_isJudgedAsItIsDrawn() {
    Template template =
        MergeFixture.template(
            new MergeFixture.FieldMaker("name", FieldKind.NAME).maxLength(8).field());
    assertThat(MergeFixture.reason(template, "name=evil.community"))
        .isEqualTo("refused;a web or e-mail address");
    assertThat(MergeFixture.shown(template, "name=Ann Leee more and more and more words"))
        .isEqualTo("Ann Lee…");
  }

  @Test
  void longName_countsGraphemes() {
    Template template =
        MergeFixture.template(
            new MergeFixture.FieldMaker("name", FieldKind.NAME).maxLength(200).field());
    assertThat(MergeFixture.shown(template, "name=" + "é".repeat(64))).hasSize(64);
    assertThat(MergeFixture.reason(template, "name=" + "é".repeat(65)))
        .isEqualTo("refused;more than 64 characters");
    assertThat(MergeFixture.shown(template, "name=" + "x\u0323\u0331".repeat(64)))
        .isNotEqualTo("-");
    assertThat(MergeFixture.reason(template, "name=a b c d e f g"))
        .isEqualTo("refused;more than 6 words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "damn",
        "DAMN",
        "Damn it",
        "dаmn",
        "d4mn",
        "d@mn",
        "daaamn",
        "d a m n",
        "dámn",
        "d.a.m.n",
        "big loser",
        "Big  L0ser",
        "𝖉𝖆𝖒𝖓",
        "damn\ud83d\udd25",
        "\ud83d\udd25damn",
        "\ud83d\udd25DAMN\ud83d\udd25\ud83d\udd25",
        "so damn\u2764\ufe0f good",
        "da\ud83d\udd25mn",
        "d\ud83d\udd25a\ud83d\udd25m\ud83d\udd25n",
        "damn\u2605",
        "damn\ud83c\udde9\ud83c\uddea",
        "damn\ud83d\udc69\u200d\ud83d\udd27",
        "big \ud83d\udd25 loser",
        "\ud83c\udd73\ud83c\udd70\ud83c\udd7c\ud83c\udd7d",
        "\ud835\udd89\ud835\udd86\ud835\udd92\ud835\udd93\ud83d\ude00"
      })
  void listedWord_isRefused_howeverItIsWritten(String text) {
    ContentPolicy guard = new ContentPolicy(List.of("damn", "big loser"));
    assertThat(guard.objection(TEXT, text)).contains("a listed word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Damnation",
        "Adamn",
        "loser",
        "big",
        "big win loser",
        "D. A. Mill",
        "Damnation\ud83d\udd25",
        "\ud83d\udd25Adamn",
        "big\ud83d\udd25win loser",
        "\ud83d\udd25"
      })
  void otherWord_isNotRefused_whereWordsAreListed(String text) {
    assertThat(new ContentPolicy(List.of("damn", "big loser")).objection(TEXT, text)).isEmpty();
  }

  private static String drawn(Field field, String text) {
    return MergeFixture.reason(
        MergeFixture.template(field),
        field.name() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }
}
