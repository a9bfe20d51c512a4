package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Promise 2: the same request gives the same bytes on every node of one build. */
final class SameRequestSameBytesTest {
  @Test
  void otherNode_withOtherLocaleAndZone_drawsTheSameBytes() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try (Application other =
        Application.open(
            Settings.read(
                Map.of("NAMEPLATE_HOST", "127.0.0.1", "PORT", "0", "NAMEPLATE_QUICK", "off"),
                Map.of()))) {
      for (Template template : TestApplication.application().templates().all()) {
        for (Sample sample : Sample.read(TestApplication.templates(), template.id())) {
          compare(other, template, sample.query());
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static void compare(Application other, Template template, String query) {
    Template twin = other.templates().find(template.id()).orElseThrow();
    MergedFields fields = other.pipeline().merge(twin, new RawQuery(query));
    for (Format format : Format.values()) {
      assertThat(other.pipeline().picture(twin, fields, Scale.ONE, format).file().toByteArray())
          .as("%s.%s", template.id(), format.ending())
          .isEqualTo(TestApplication.draw(template, query, Scale.ONE, format));
    }
    assertThat(other.pipeline().key(twin, fields, Scale.ONE, Format.PNG))
        .isEqualTo(
            TestApplication.application()
                .pipeline()
                .key(
                    template,
                    TestApplication.application().pipeline().merge(template, new RawQuery(query)),
                    Scale.ONE,
                    Format.PNG));
  }
}
