package dev.nameplate.batch;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists through the core, with the project's templates and every letter drawable. */
public final class ListFixture {
  public static final KeyRing KEYS =
      KeyRing.parse("k1:0123456789abcdef0123456789abcdef").orElseThrow();

  private static final TemplateLibrary TEMPLATES =
      new TemplateLibrary(Path.of("templates"), List.of());
  private static final FieldResolver RESOLVER = new FieldResolver(Optional::of);

  private ListFixture() {}

  public static Template template(String id) {
    return TEMPLATES.find(id).orElseThrow();
  }

  public static MergedFields merge(Template template, RawQuery query) {
    return RESOLVER.resolve(template, new QueryReader().read(template, query));
  }

  public static UrlBatch batch(int threads) {
    return new UrlBatch(ListFixture::merge, threads);
  }

  public static UrlBatch.Job job(String template, BatchOptions options) {
    return new UrlBatch.Job(template(template), options, new RowUrls.Signing(KEYS, false));
  }

  /** What came of a list. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by its bytes alone.
  public record Out(byte[] bytes, Tally tally) {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public List<String> lines() {
      return text().lines().toList();
    }
  }

  public static Out run(String template, BatchOptions options, byte[] list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Tally tally = run(batch(2), job(template, options), list, out);
      return new Out(out.toByteArray(), tally);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes a list that can be read once only. */
  public static Tally run(UrlBatch batch, UrlBatch.Job job, InputStream in, OutputStream out)
      throws IOException {
    byte[] head = in.readNBytes(DialectSniffer.HEAD);
    EncodingScan scan = EncodingScan.of(new ByteArrayInputStream(head));
    ListPlan plan = ListPlan.of(head, scan, job.template(), job.options());
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream(head, plan.bodyOffset(), head.length - plan.bodyOffset()), in);
    return batch.run(
        job,
        plan,
        batch.start(job, plan, out),
        new UrlBatch.Streams(body, out, UrlBatch.Progress.NONE));
  }

  static Tally run(UrlBatch batch, UrlBatch.Job job, byte[] list, OutputStream out)
      throws IOException {
    return run(batch, job, new ByteArrayInputStream(list), out);
  }

  public static Out run(String list) {
    return run("welcome", BatchOptions.DEFAULT, list.getBytes(StandardCharsets.UTF_8));
  }

  public static ListPlan plan(String template, byte[] list) {
    byte[] head = Arrays.copyOf(list, Math.min(list.length, DialectSniffer.HEAD));
    try {
      EncodingScan scan = EncodingScan.of(new ByteArrayInputStream(list));
      return ListPlan.of(head, scan, template(template), BatchOptions.DEFAULT);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Sums the states, which must come to the rows read. */
  public static long sum(Tally tally) {
    return Arrays.stream(RowState.values()).mapToLong(tally::of).sum();
  }

  /** The options without any of their own, but for the form of URL. */
  public static BatchOptions options(UrlForm form) {
    return options(Optional.of(form), BatchOptions.DEFAULT.limit());
  }

  /** The options without any of their own, but for the limit on rows. */
  static BatchOptions options(long limit) {
    return options(Optional.empty(), limit);
  }

  private static BatchOptions options(Optional<UrlForm> form, long limit) {
    BatchOptions usual = BatchOptions.DEFAULT;
    return new BatchOptions(
        usual.base(),
        usual.format(),
        usual.scale(),
        form,
        usual.columns(),
        usual.open(),
        usual.expires(),
        limit,
        usual.maxTarget());
  }

  static Map<String, String> columns(String field, String heading) {
    return Map.of(field, heading);
  }
}
