package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.fuzz.FuzzedText;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.image.PictureTarget;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Request targets at random, made of what breaks readers: none throws. With {@code
 * nameplate.fuzz.millis} none may take longer to be read.
 */
final class FuzzedTargetsTest {
  private static final int TARGETS = Integer.getInteger("nameplate.fuzz", 20_000);
  private static final long SEED = Long.getLong("nameplate.fuzz.from", 1);
  private static final long MILLIS = Long.getLong("nameplate.fuzz.millis", 0);
  private static final int WARM = 10_000;

  /** In nanoseconds; what took so long is read again. */
  private static final long LONG = 5_000_000;

  private final List<Template> templates = TestApplication.application().templates().all();

  @Test
  void target_atRandom_isRead() {
    long slowest = 0;
    String worst = "";
    for (int round = 0; round < TARGETS; round++) {
      long took = read(SEED + round);
      // A pause of the machine does not come three times at the same target.
      for (int again = 0; again < 2 && MILLIS > 0 && took > LONG; again++) {
        took = Math.min(took, read(SEED + round));
      }
      if (round > WARM && took > slowest) {
        slowest = took;
        worst = "seed " + (SEED + round);
      }
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(slowest);
    if (MILLIS > 0) {
      System.out.println(TARGETS + " targets, the slowest " + millis + " ms: " + worst);
      assertThat(millis).as(worst).isLessThanOrEqualTo(MILLIS);
    }
  }

  /** Reads the target of a seed, and tells how many nanoseconds that took. */
  private long read(long seed) {
    Random random = new Random(seed);
    String target = target(random);
    long start = System.nanoTime();
    read(target, random);
    return System.nanoTime() - start;
  }

  /** Everything that stands before the key. */
  private void read(String target, Random random) {
    int question = target.indexOf('?');
    Optional<PictureTarget> path =
        PictureTarget.parse(question < 0 ? target : target.substring(0, question));
    assertThat(path.map(read -> read.id().text()).orElse("a")).isNotEmpty();
    RawQuery query = new RawQuery(question < 0 ? target : target.substring(question + 1));
    Template template = templates.get(random.nextInt(templates.size()));
    MergedFields fields = TestApplication.application().pipeline().merge(template, query);
    for (String name : fields.byName().keySet()) {
      assertThat(fields.value(name).map(FieldValue::shown).orElse("a")).isNotEmpty();
    }
    assertThat(
            TestApplication.application()
                .pipeline()
                .key(template, fields, Scale.ONE, Format.PNG)
                .etag())
        .hasSize(36);
  }

  private static String target(Random random) {
    StringBuilder target = new StringBuilder();
    if (random.nextInt(4) > 0) {
      target.append("/i/welcome.png?name=");
    }
    return target.append(FuzzedText.text(random, 24)).toString();
  }
}
