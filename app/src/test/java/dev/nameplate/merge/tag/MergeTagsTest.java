package dev.nameplate.merge.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "*|FNAME|*;mailchimp",
        "Hi *|IF:FNAME|*x;mailchimp",
        "{{ name }};liquid",
        "{% if x %};liquid",
        "{%- if x -%};liquid",
        "%%=v(@x)=%%;ampscript",
        "%%[ set @x ]%%;ampscript",
        "%%First Name%%;double-percent",
        "[[firstname]];double-bracket",
        "${first_name};dollar",
        "$[FNAME]$;dollar",
        "<%= x %>;angle-percent",
        "~~eloqua..type--emailfield~~;eloqua",
        "~Contact.FirstName~;keap",
        "{!Contact.FirstName};brace",
        "{contactfield=firstname};brace",
        "Hi {first_name};brace",
        "[subscriber:firstname];bracket",
        "[fname:filter:urlencode];bracket",
        "Hi [firstname];bracket",
        "#recipient:name#;hash",
        "##email##;hash",
        "%recipient.first_name%;percent",
        "Hi %FIRSTNAME%!;percent",
        "$lead.FirstName;velocity",
        "$SUBSCRIBER.EMAIL$;velocity",
        "Liquid error: x;error",
        "x [object Object];error",
        "{2};brace",
        "{title};brace",
        "{first_name, \"there\"};brace",
        "%s;printf",
        "@FIRSTNAME@;at",
        "-name-;dash",
        "-name- -company-;dash",
        "<<First Name>>;angle",
        "«firstname»;angle",
        "|FNAME|;pipe",
        "__name__;underscore",
        "(first name);round",
        "$user_name;dollar",
        "{{first;liquid",
        "first}};liquid",
        "first|*;mailchimp"
      })
  void tag_inText_tellsFamily(String text, String family) {
    assertThat(MergeTags.family(text, "title")).contains(family);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}} set", "{1,2}", "{a b}", "[SALE]", "[A-Z]", "*** x ***", "a | b", "$5 or $6", "100%",
        "5% of 10%", "#1 and #2", "a@b.co", "-Anne-", "<3 you", "~5~", "__Sale__", "(sic)", "%sale",
        "* | *", "C#", "$AVE$", "{Free} x", "[Email] us", "user.name", "|x|", "-name- is mine"
      })
  void ordinaryText_isNoTag(String text) {
    assertThat(MergeTags.family(text, "title")).isEmpty();
  }
}
