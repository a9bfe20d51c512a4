package dev.nameplate.bench;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.QueryWriter;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.Template;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A list of a million rows with five columns into signed URLs, against the same rows through
 * resolver and URL writer alone, on as many threads.
 *
 * <p>{@code --rows 1000000 --rounds 3 --json FILE}
 */
public final class Lists {
  private static final List<String> HEADINGS = List.of("name", "company", "points", "goal", "tier");
  private static final int DIFFERENT = 20_000;
  private static final KeyRing KEYS =
      KeyRing.parse("k1:0123456789abcdef0123456789abcdef").orElseThrow();

  /** After how many bytes of output the memory is looked at, the first time early in a run. */
  private static final long LOOK_BYTES = 16 << 20;

  private final Application application;
  private final Template template;
  private final List<List<String>> rows;
  private long residentEarly;
  private long residentMost;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private Lists(Application application) {
    this.application = application;
    this.template = application.templates().find("rewards").orElseThrow();
    this.rows = rows();
  }

  /** Measures and prints a line of JSON. */
  public static void main(String[] words) throws Exception {
    Arguments arguments = new Arguments(List.of(words));
    int count = (int) arguments.number("--rows", 1_000_000);
    int rounds = (int) arguments.number("--rounds", 3);
    try (Application application = Application.offline(Settings.read(Map.of(), Map.of()))) {
      Lists lists = new Lists(application);
      Path list = Files.createTempFile("list", ".csv");
      lists.write(list, count);
      lists.alone(count / 10);
      double alone = Double.MAX_VALUE;
      double batch = Double.MAX_VALUE;
      double aloneCpu = Double.MAX_VALUE;
      double batchCpu = Double.MAX_VALUE;
      for (int round = 0; round < rounds; round++) {
        long before = cpu();
        alone = Math.min(alone, lists.alone(count));
        long between = cpu();
        batch = Math.min(batch, lists.batch(list, count));
        aloneCpu = Math.min(aloneCpu, (between - before) / 1e9);
        batchCpu = Math.min(batchCpu, (cpu() - between) / 1e9);
      }
      Files.delete(list);
      System.out.printf(
          Locale.ROOT,
          "{\"rows\": %d, \"threads\": %d, \"alone_seconds\": %.2f, \"batch_seconds\": %.2f,"
              + " \"ratio\": %.3f, \"alone_cpu_seconds\": %.2f, \"batch_cpu_seconds\": %.2f,"
              + " \"rows_per_second\": %.0f, \"resident_early_kb\": %d, \"resident_kb\": %d}%n",
          count,
          lists.threads,
          alone,
          batch,
          batch / alone,
          aloneCpu,
          batchCpu,
          count / batch,
          lists.residentEarly,
          lists.residentMost);
    }
  }

  /** Nanoseconds of all threads of this process together. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static List<List<String>> rows() {
    List<Recipient> few = Recipient.few();
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < DIFFERENT; at++) {
      Recipient recipient = few.get(at % few.size());
      rows.add(
          List.of(
              recipient.name(),
              recipient.company(),
              String.valueOf(at * 7919L % 1000),
              String.valueOf(500 + at % 500),
              at % 3 == 0 ? "Gold" : "Green"));
    }
    return rows;
  }

  private void write(Path file, int count) throws IOException {
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
      out.print(String.join(",", HEADINGS) + "\r\n");
      for (int at = 0; at < count; at++) {
        out.print(String.join(",", rows.get(at % DIFFERENT)) + "\r\n");
      }
    }
  }

  /** Seconds for as many rows through resolver and URL writer, and nothing else. */
  private double alone(int count) throws Exception {
    UrlWriter writer = new UrlWriter(KEYS);
    long start = System.nanoTime();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<Future<Long>> parts = new ArrayList<>();
    for (int part = 0; part < threads; part++) {
      int first = part;
      parts.add(
          workers.submit(
              () -> {
                long characters = 0;
                for (int at = first; at < count; at += threads) {
                  characters += url(writer, rows.get(at % DIFFERENT)).length();
                }
                return characters;
              }));
    }
    for (Future<Long> part : parts) {
      if (part.get() == 0) {
        throw new IllegalStateException("no URL was written");
      }
    }
    workers.shutdown();
    return (System.nanoTime() - start) / 1e9;
  }

  private String url(UrlWriter writer, List<String> row) {
    QueryWriter query = new QueryWriter();
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < HEADINGS.size(); at++) {
      query.text(HEADINGS.get(at), row.get(at));
      values.put(HEADINGS.get(at), row.get(at));
    }
    MergedFields fields = application.pipeline().merge(template, query.query());
    values
        .keySet()
        .removeIf(
            name ->
                Optional.ofNullable(fields.byName().get(name))
                    .filter(field -> field.state() == ResolvedField.State.GIVEN)
                    .isEmpty());
    return writer.write(
        new UrlSpec(template.id(), "png", Scale.ONE, values, List.of(), Optional.empty(), false));
  }

  private double batch(Path list, int count) throws IOException {
    long start = System.nanoTime();
    try (InputStream in = Files.newInputStream(list);
        OutputStream out = new Watched()) {
      Tally tally =
          ListFixture.run(
              new UrlBatch(application.pipeline()::merge, threads),
              new UrlBatch.Job(template, BatchOptions.DEFAULT, new RowUrls.Signing(KEYS, true)),
              in,
              out);
      if (tally.rows() != count) {
        throw new IllegalStateException(tally + " is not " + count);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Throws everything away, and looks at the memory now and then. */
  private final class Watched extends OutputStream {
    private long bytes;
    private long looked;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int offset, int length) throws IOException {
      bytes += length;
      if (bytes - looked >= LOOK_BYTES) {
        long resident = resident();
        residentEarly = looked == 0 ? resident : residentEarly;
        residentMost = looked == 0 ? resident : Math.max(residentMost, resident);
        looked = bytes;
      }
    }
  }

  /** In KiB; 0 where the system does not say. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Long.parseLong(
            Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0"))
        : 0;
  }
}
