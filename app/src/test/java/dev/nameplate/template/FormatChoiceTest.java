package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format to paste, for every mix of formats. */
final class FormatChoiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the formats with their bytes | opaque | moves | the choice | why
        "png 167041 jpg 83912 | true | false | JPEG | JPEG is 84 kB, PNG 167 kB: use JPEG",
        "jpg 83912 png 167041 | true | false | JPEG | JPEG is 84 kB, PNG 167 kB: use JPEG",
        "png 100000 jpg 79999 | true | false | JPEG | JPEG is 80 kB, PNG 100 kB: use JPEG",
        "png 100000 jpg 80000 | true | false | PNG"
            + " | JPEG is 80 kB, PNG 100 kB, and PNG is exact: use PNG",
        "png 100000 jpg 100000 | true | false | PNG | PNG is 100 kB, JPEG 100 kB: use PNG",
        "png 9449 jpg 30500 | true | false | PNG | PNG is 9.4 kB, JPEG 31 kB: use PNG",
        "png 167041 jpg 83912 | false | false | PNG"
            + " | JPEG is 84 kB, PNG 167 kB, but JPEG is not transparent: use PNG",
        "png 20000 jpg 83912 | false | false | PNG | PNG is 20 kB, JPEG 84 kB: use PNG",
        "png 50000 jpg 20000 webp 9000 | true | false | JPEG | JPEG is 20 kB, PNG 50 kB: use JPEG",
        "png 50000 webp 9000 | true | false | PNG"
            + " | no other format that is offered is for mail: use PNG",
        "webp 9000 | true | false | WEBP | not every mail program shows WebP: offer PNG or JPEG",
        "png 50000 jpg 20000 gif 900000 | true | true | GIF | GIF alone shows the clock tick: use"
            + " GIF",
        "gif 900000 | false | true | GIF | GIF alone shows the clock tick: use GIF",
        "png 50000 jpg 20000 | true | true | JPEG | JPEG is 20 kB, PNG 50 kB: use JPEG",
        "png 50000 jpg 20000 gif 10000 | true | false | JPEG | JPEG is 20 kB, PNG 50 kB: use JPEG",
        "png 50000 gif 10000 | true | false | PNG | PNG is exact, GIF has 256 colors: use PNG",
        "jpg 20000 gif 10000 | false | false | GIF | GIF is 10 kB, JPEG 20 kB: use GIF",
        "gif 20000 jpg 20000 | true | false | JPEG | JPEG is 20 kB, GIF 20 kB: use JPEG",
        "jpg 20000 | false | false | JPEG"
            + " | no other format that is offered is for mail: use JPEG",
      })
  void choice_isWhatMailShows_inFewBytes(
      String formats, boolean opaque, boolean moves, Format format, String reason) {
    FormatBytes picture = new FormatBytes(bytes(formats), opaque, moves);
    assertThat(picture.choice()).isEqualTo(new FormatChoice(format, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "png 50000 jpg 20000, true",
    "png 20000 jpg 50000, false",
    "jpg 20000, false",
    "webp 20000, false"
  })
  void choice_differsFromUsual_wherePngIsOfferedAndIsNotIt(String formats, boolean differs) {
    assertThat(new FormatBytes(bytes(formats), true, false).differsFromUsual()).isEqualTo(differs);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 kB",
    "949, 0.9 kB",
    "9949, 9.9 kB",
    "10000, 10 kB",
    "10499, 10 kB",
    "10500, 11 kB",
    "1204000, 1204 kB"
  })
  void bytes_inWords(int bytes, String words) {
    assertThat(FormatBytes.inWords(bytes)).isEqualTo(words);
  }

  @Test
  void picture_withoutAnyFormat_isNone() {
    assertThatThrownBy(() -> new FormatBytes(Map.of(), true, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Format, Integer> bytes(String formats) {
    Map<Format, Integer> bytes = new LinkedHashMap<>();
    String[] words = formats.split(" ");
    for (int at = 0; at < words.length; at += 2) {
      bytes.put(Format.ofEnding(words[at]).orElseThrow(), Integer.valueOf(words[at + 1]));
    }
    return bytes;
  }
}
