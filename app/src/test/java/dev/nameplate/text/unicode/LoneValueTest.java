package dev.nameplate.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.field.TextDirection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A value that is a whole wording goes by the layer's direction, one in a sentence by its own first
 * letter. In the cases, ( and ) stand for the marks around a value, and capitals of Hebrew for
 * letters written from the right.
 */
final class LoneValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(CSS: אבג!)|RTL|en|!גבא :CSS",
        "(CSS: אבג!)|AUTO|he|!גבא :CSS",
        "(CSS: אבג!)|LTR|he|CSS: גבא!",
        "(CSS: אבג!)|AUTO|en|CSS: גבא!",
        "(אבג CSS!)|RTL|en|!CSS גבא",
        "(אבג CSS!)|AUTO|ar|!CSS גבא",
        "(אבג CSS!)|LTR|ar|גבא CSS!",
        "(אבג CSS!)|AUTO|en|!CSS גבא",
        "ד (CSS: אבג!)|RTL|he|CSS: גבא! ד",
        "(CSS 1) (אב!)|RTL|he|!בא CSS 1",
        "<10-CSS!>|RTL|ar|10-CSS!",
        "(Ann)(Lee)|RTL|he|LeeAnn",
        "(Ann)(Lee)|AUTO|ar|LeeAnn",
        "(Ann)(Lee)|AUTO|en|AnnLee",
        "(אב)(גד)|LTR|en|באדג",
        "(אב)(גד)|RTL|he|דגבא",
        "(אב)(Lee)|RTL|he|Leeבא",
        "(Ann)(אב)|LTR|en|Annבא",
        "(12)(34)|RTL|he|3412",
        "(Ann)(אב)(Lee)|RTL|ar|LeeבאAnn",
        "(Ann)()(Lee)|RTL|ar|LeeAnn",
        "ד (Ann)(Lee)! ה|RTL|he|ה !LeeAnn ד",
        "(((Ann)(Lee))(Bo))|RTL|he|BoAnnLee",
        "<12><34>|RTL|ar|3412"
      })
  void value_isReadInTheDirection(
      String text, TextDirection direction, String locale, String seen) {
    String marked = text.replace('(', '\u2068').replace('<', '\u2066').replaceAll("[)>]", "\u2069");
    Locale language = Locale.forLanguageTag(locale);
    String turned = BaseDirection.withDirectionOfSoleValue(marked, direction, language);
    assertThat(turned).hasSameSizeAs(marked);
    BidiText bidiText =
        BidiText.of(turned, BaseDirection.isRightToLeft(turned, direction, language));
    String visual =
        bidiText.stretches().stream()
            .map(stretch -> shown(bidiText.slice(stretch).text(), stretch.rightToLeft()))
            .collect(Collectors.joining());
    assertThat(visual).isEqualTo(seen.strip());
  }

  private static String shown(String text, boolean rightToLeft) {
    return rightToLeft ? new StringBuilder(text).reverse().toString() : text;
  }
}
