package dev.nameplate.merge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.AllowedContent;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.LetterCase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names pass, graffiti does not. */
final class ContentPolicyTest {
  private static final Path CORPUS = Path.of("app/src/test/resources/corpus");
  private static final Field NAME = Field.of("name", FieldKind.NAME);
  private static final Field TEXT = Field.of("title", FieldKind.TEXT);

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
    Field mended = changed(LetterCase.FIX, Set.of());
    assertThat(abuse).filteredOn(text -> drawn(mended, text).equals("given")).isEmpty();
    assertThat(
            List.of(
                "j. r. smith", "MARIA LINDQVIST", "anna-lena von berg", "st. john", "Maria @ Acme"))
        .allMatch(name -> drawn(mended, name).equals("given"));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(CORPUS.resolve(file)).stream()
        .filter(line -> !line.startsWith("# ") && !line.isBlank())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Booking.com",
        "evil.com",
        "Look at www.evil.com now",
        "www evil com",
        "http://evil.example",
        "https://evil.zzz",
        "HTTP://EVIL",
        "evil dot com",
        "evil [.] com",
        "e v i l . c o m",
        "еvil.соm",
        "Free at evil.shop today",
        "evil.de/win",
        "evil.zzz/win",
        "192.168.1.1",
        "ann@evil.com/path",
        "Call 0800 123 4567",
        "+49 151 1234 5678",
        "(555) 123-4567",
        "555-1234",
        "5551234567",
        "tel 555.123.4567",
        "٠١٢٣ ٤٥٦ ٧٨٩",
        "5️⃣5️⃣5️⃣-1️⃣2️⃣3️⃣4️⃣",
        "five five five one two three four",
        "ring five, five, five; one two three four"
      })
  void addressOrNumber_inAText_isRefused(String text) {
    assertThat(drawn(TEXT, text)).startsWith("refused;a ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mail us: a@b.co",
        "ann.lee@example.com",
        "ann.me@example.com",
        "50% off",
        "$100 off",
        "¥1,000 / $10",
        "1 000 000 €",
        "10.000.000",
        "2026-09-24",
        "24.9.2026",
        "24/09/2026 10:30",
        "Season 2025-2026",
        "2025/26",
        "Order 1234567",
        "size 41",
        "Node.js in action",
        "e.g. this one",
        "9 a.m. to 5 p.m.",
        "Thanks.In a week more",
        "First.Second",
        "St.Paris & Co.",
        "HTTP basics",
        "Polka dot dress",
        "Join the dots",
        "Room 12.5",
        "Version 3.10",
        "10:30",
        "Wow! 3 for 2",
        "Twenty-one",
        "one two three",
        "Ready? Go",
        "AT&T",
        "SÃO PAULO",
        "MÃE",
        "東京. 大阪",
        "«Bonjour». À bientôt",
        "C++ and C#"
      })
  void prose_passes(String text) {
    assertThat(drawn(TEXT, text)).isEqualTo("given");
  }

  @Test
  void textField_thatAllowsIt_drawsAddressOrNumber() {
    Field urls = allowing(AllowedContent.URL);
    Field phones = allowing(AllowedContent.PHONE);
    assertThat(drawn(urls, "shop.example.com")).isEqualTo("given");
    assertThat(drawn(urls, "0800 123 4567")).isEqualTo("refused;a phone number");
    assertThat(drawn(phones, "0800 123 4567")).isEqualTo("given");
    assertThat(drawn(phones, "shop.example.com")).isEqualTo("refused;a web address");
  }

  private static Field allowing(AllowedContent allowedContent) {
    return changed(TEXT, TEXT.letterCase(), Set.of(allowedContent));
  }

  private static Field changed(LetterCase letters, Set<AllowedContent> allowed) {
    return changed(NAME, letters, allowed);
  }

  private static Field changed(Field made, LetterCase letters, Set<AllowedContent> allowed) {
    return new Field(
        made.name(),
        made.kind(),
        made.fallback(),
        made.required(),
        made.aliases(),
        made.maxLength(),
        letters,
        made.options(),
        made.min(),
        made.max(),
        made.currency(),
        made.input(),
        made.hosts(),
        allowed);
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
        .isEqualTo("Ann Leee");
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
        "𝖉𝖆𝖒𝖓"
      })
  void listedWord_isRefused_howeverItIsWritten(String text) {
    ContentPolicy guard = new ContentPolicy(List.of("damn", "big loser"));
    assertThat(guard.objection(TEXT, text)).contains("a listed word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Damnation", "Adamn", "loser", "big", "big win loser", "D. A. Mill"})
  void otherWord_isNotRefused_whereWordsAreListed(String text) {
    assertThat(new ContentPolicy(List.of("damn", "big loser")).objection(TEXT, text)).isEmpty();
  }

  private static String drawn(Field field, String text) {
    return MergeFixture.reason(
        MergeFixture.template(field),
        field.name() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }
}
