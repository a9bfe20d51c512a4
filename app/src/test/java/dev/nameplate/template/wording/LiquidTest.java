package dev.nameplate.template.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiquidTest {
  private static final Liquid LIQUID =
      new Liquid(
          Locale.ENGLISH,
          ZoneOffset.UTC,
          Stream.of("name", "points", "date", "tier", "none")
              .collect(Collectors.toMap(name -> name, name -> Fields.of(name, FieldKind.TEXT))));
  private static final Map<String, WordingValue> VALUES =
      Map.of(
          "name",
          WordingValue.text("Maria {{ points }} {% raw %}"),
          "points",
          new WordingValue(new BigDecimal("1280"), "1,280"),
          "date",
          new WordingValue(
              ZonedDateTime.of(2026, 9, 5, 23, 30, 0, 0, ZoneOffset.UTC), "Sep 5, 2026"),
          "tier",
          WordingValue.text("VIP"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ points }} points; 1,280 points",
        "{{points}}; 1,280",
        "{{ points | plus: 20 }}; 1300",
        "{{ 1500 | minus: points }}; 220",
        "{{ 13626 | minus: points | number }}; 12,346",
        "{{ points | divided_by: 3.0 | number }}; 426.666667",
        "{{ tier | downcase }}; vip",
        "{{ date | date: \"%d %b %Y\" }}; 05 Sep 2026",
        "{{ none | default: \"you\" }}; you",
        "{{ tier | default: \"you\" }}; VIP",
        "Hi {{ name }}; Hi Maria {{ points }} {% raw %}"
      })
  void wording_filled_isText(String source, String expected) {
    assertThat(wording(source).fill(VALUES)).contains(expected);
  }

  /** A recipient's value never shows in another's picture. */
  @Test
  void wordingOfAFilter_filledByManyAtOnce_showsToEachTheirOwn() {
    Wording wording = wording("No. {{ name | upcase }}");
    List<String> filled =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(
                i -> wording.fill(Map.of("name", WordingValue.text("kc-" + i))).orElse("nothing"))
            .toList();
    assertThat(filled)
        .containsExactlyElementsOf(
            IntStream.range(0, 20_000).mapToObj(i -> "No. KC-" + i).toList());
  }

  @Test
  void wording_withAnAbsentField_isNotUsed() {
    assertThat(wording("Hi {{ none }}").fill(VALUES)).isEmpty();
    assertThat(wording("Hi {{ none | upcase }}").fill(VALUES)).isEmpty();
    assertThat(wording("Hi {{ name | number }}").fill(VALUES)).isEmpty();
    Map<String, WordingValue> endless = Map.of("name", WordingValue.text("1e999999999"));
    assertThat(wording("{{ name | number }}").fill(endless)).isEmpty();
    assertThat(wording("{{ none | default: 'x' }}").needed()).isEmpty();
    assertThat(wording("{{ none | default: 'x' }}").fields()).containsExactly("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tier == 'VIP'; true",
        "tier == 'Standard'; false",
        "points > 1000 and tier; true",
        "points >= 1281; false",
        "none; false",
        "none == nil; true",
        "none == nil or points > 1; true",
        "name contains 'Maria'; true",
        "none > 3; false",
        "name > 3; false"
      })
  void condition_holds(String source, boolean expected) {
    FaultCollector faultCollector = new FaultCollector("t");
    Condition condition = LIQUID.condition(source, "$", faultCollector).orElseThrow();
    assertThat(faultCollector.list()).isEmpty();
    assertThat(condition.holds(VALUES)).isEqualTo(expected);
  }

  private static Wording wording(String source) {
    return LIQUID.wording(source, "$", new FaultCollector("t")).orElseThrow();
  }
}
