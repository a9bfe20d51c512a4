package dev.nameplate.access.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.RequestedVersion.Current;
import dev.nameplate.access.sign.RequestedVersion.Malformed;
import dev.nameplate.access.sign.RequestedVersion.Published;
import dev.nameplate.merge.query.RawQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which version a query asks for. */
final class RequestedVersionTest {
  private static RequestedVersion of(String query) {
    return RequestedVersion.of(new RawQuery(query));
  }

  @ParameterizedTest
  @CsvSource({
    "_v=1, 1",
    "?_v=12, 12",
    "name=A&_v=999999999, 999999999",
    "_V=3&name=A, 3",
    "%5fv=3, 3",
    "_%76=3, 3",
    "_v=%33, 3",
    "&amp;_v=3, 3",
    "_v=3&_v=4, 3",
    "_v=3&_v=x, 3",
    "_v=3?utm_source=news, 3",
    "_v=3#part, 3",
    "_view=9&_v=3, 3"
  })
  void number_isRead_howeverItIsEncoded_andTheFirstCounts(String query, int expected) {
    assertThat(of(query)).isEqualTo(new Published(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "name=A",
        "_v",
        "_v=",
        "_v=&_v=3",
        "v=3",
        "_view=3",
        "name=_v=3",
        "__v=3"
      })
  void queryWithoutOne_asksForTheTemplateAsItIs(String query) {
    assertThat(of(query)).isEqualTo(new Current());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "00",
        "01",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "x",
        "1x",
        "99999999999",
        "1000000000",
        "18446744073709551617",
        "%D9%A1",
        "1%00",
        "1%0A",
        "..",
        "%2F1",
        "0x1",
        "one",
        "1,2"
      })
  void otherText_isMalformed(String text) {
    assertThat(of("_v=" + text)).isEqualTo(new Malformed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%20", "+2", " "})
  void whitespace_isNoNumber(String text) {
    assertThat(of("_v=" + text)).isEqualTo(new Malformed());
  }
}
