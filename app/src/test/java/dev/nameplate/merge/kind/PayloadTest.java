package dev.nameplate.merge.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.decode.TextLimits;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A payload is kept to the letter. */
final class PayloadTest {
  private static final Field PASS = Fields.of("p", FieldKind.PAYLOAD);

  static List<String> payloads() {
    return List.of(
        "M1DOE/JOHN            EABCDEF LHRJFKBA 0001 123Y012A0123 100",
        "M1DOE/JOHN            EABCDEF LHRJFKBA 0001 123Y012A0123 100>60B1W             ",
        """
        BCD
        002
        1
        SCT
        BFSWDE33BER
        Wikimedia Foerdergesellschaft
        DE33100205000001194700
        EUR10\
        """,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weiß;Änne\r\nTEL:+49 30 1234567\r\nEND:VCARD\r\n",
        "WIFI:T:WPA;S:Café  Gäste;P:&amp;%41\\;\"+x;;",
        "BEGIN:VEVENT\nSUMMARY:x\n\nDTSTART:20260305T143000Z\nEND:VEVENT",
        "[)>\u001e06\u001dP12345\u001dQ1\u001e\u0004",
        "  leading and trailing  ",
        "call +1 212 555 0100 or see https://example.com/?a=b&c=d",
        "e\u0301 \u00a0 \u200b ﬁ Å",
        "UPPER lower İı");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void payload_encoded_isKeptToTheLetter(String payload) {
    String query = "p=" + URLEncoder.encode(payload, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(shown(PASS, query)).contains(payload);
    assertThat(shown(PASS, "a=1&p=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)))
        .contains(payload);
  }

  @Test
  void payload_upToItsLength_isKept_andALongerOneIsMissing() {
    String full = "%F0%9F%98%80".repeat(2000);
    assertThat(shown(PASS, "p=" + full)).contains("😀".repeat(2000));
    assertThat(reason("p=" + full + "x")).isEqualTo("invalid;longer than maxLength");
    assertThat(reason("p=" + "x".repeat(100_000))).isEqualTo("invalid;longer than maxLength");
    Field ten = new FieldMaker("p", FieldKind.PAYLOAD).maxLength(10).field();
    assertThat(shown(ten, "p=0123456789")).contains("0123456789");
    assertThat(shown(ten, "p=0123456789a")).isEmpty();
  }

  @Test
  void payload_beside_otherFields_leavesTheirLengthAsItIs() {
    MergedFields merged =
        MergeFixture.merge(
            MergeFixture.template(PASS, Fields.of("u", FieldKind.URL)),
            "u=https://example.com/" + "a".repeat(5000));
    assertThat(merged.value("u").map(FieldValue::shown).orElse("").length())
        .isLessThanOrEqualTo(TextLimits.RAW);
  }

  @Test
  void payload_thatIsNone_isMissing() {
    assertThat(reason("p=")).isEqualTo("empty");
    assertThat(reason("p=%20%20")).isEqualTo("empty");
    assertThat(reason("p=null")).isEqualTo("junk;no value");
    assertThat(reason("p=*|PASS|*")).isEqualTo("unmerged;mailchimp");
    assertThat(reason("p=a%EF%BF%BDb")).isEqualTo("junk;lost letter");
  }

  @Test
  void fallback_isKeptToTheLetterToo() {
    Field field = new FieldMaker("p", FieldKind.PAYLOAD).fallback("A  B\nC ").field();
    assertThat(shown(field, "")).contains("A  B\nC ");
  }

  private static Optional<String> shown(Field field, String query) {
    return MergeFixture.only(field, query).value().map(FieldValue::shown);
  }

  private static String reason(String query) {
    return MergeFixture.reason(MergeFixture.template(PASS), query);
  }
}
